package io.entente.translator.apigee.emit;

import io.entente.policy.ApiKey;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a Step that asked for a credential says of the caller.
 *
 * @param known condition under which it found one
 * @param name the flow variable with the name
 * @param group the flow variable with the group; empty where none is sure to hold it
 */
public record Identity(String known, String name, Optional<String> group) {

  /**
   * Of a policy that goes out; nothing of one whose Steps say no name.
   *
   * @param step the name of a Step of the policy
   */
  public static List<Identity> of(Policy policy, UnaryOperator<String> step) {
    if (policy.spec().kind() instanceof ApiKey) {
      String verified = "verifyapikey." + step.apply("key");
      return List.of(
          new Identity(
              "(" + verified + ".client_id != null)",
              verified + ".developer.app.name",
              Optional.of(verified + ".apiproduct.name")));
    }
    return policy.spec().kind() instanceof Jwt rule && JwtEmitter.goesOut(policy)
        ? Stream.iterate(1, i -> i + 1)
            .limit(AlgorithmFamily.of(rule).size())
            .map(family -> ofToken("jwt." + step.apply("tokenx" + family)))
            .toList()
        : List.of();
  }

  private static Identity ofToken(String verified) {
    return new Identity(
        "((" + verified + ".valid = \"true\") and (" + verified + ".claim.subject != null))",
        verified + ".claim.subject",
        Optional.empty());
  }
}
