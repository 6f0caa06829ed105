package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.BasicAuth;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code basicAuth} as basic-auth, with the passwords that the gateway's consumers have. */
public final class BasicAuthEmitter implements KindEmitter {

  public static final String PLUGIN = "basic-auth";

  @Override
  public Set<String> kindNames() {
    return Set.of("basicAuth");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    Policy nearest = policies.get(policies.size() - 1);
    return new Emission(
        List.of(new PluginDraft(PLUGIN, config(rule(nearest)), List.of(nearest), "")),
        policies.stream()
            .map(
                policy ->
                    policy.equals(nearest)
                        ? judge(policy, place)
                        : new FieldLedger(policy).report(place.route()))
            .toList(),
        List.of());
  }

  /** Never {@code anonymous}: with it callers without a password would get through. */
  private static Node.Obj config(BasicAuth rule) {
    return Doc.of("realm", rule.realm()).with("hide_credentials", Node.bool(rule.hideCredential()));
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    BasicAuth rule = rule(policy);
    EvidenceGrade grade =
        (place.enterprise() ? Evidence.ENTERPRISE_SCHEMA : Evidence.PASSWORD).grade();
    ledger.emitted("realm", grade);
    ledger.emitted("hideCredential", grade, hiding(rule, stated));
    if (rule.preflight() == Preflight.CHECK) {
      ledger.emitted("preflight", grade);
    } else {
      ledger.unsupported(
          "preflight",
          grade,
          stated.stricter(
              "preflight-asked",
              "0 preflights pass: basic-auth asks every request for a password",
              "Set preflight: check; a cors policy answers preflights before passwords are asked"
                  + " for."));
    }
    ledger.emitted("credentials", grade, credentials(stated));
    ledger.emitted("mode", grade, AskedFirst.of(PLUGIN + " (1100)", place, stated));
    return ledger.report(place.route());
  }

  private static List<Deviation> hiding(BasicAuth rule, Stated stated) {
    return rule.hideCredential()
        ? List.of(
            stated.looser(
                "one-header-hidden",
                "of 2 headers with a password, Proxy-Authorization and Authorization, 1 reaches the"
                    + " upstream where the first was valid",
                "Remove authorization with a headerTransform policy where the upstream may not see"
                    + " it."))
        : List.of();
  }

  private static List<Deviation> credentials(Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.looser(
            "another-header",
            "1 more header, Proxy-Authorization, is looked at, and first: a known name and password"
                + " there are enough",
            "None in Kong; only valid passwords count all the same."));
    found.add(
        stated.looser(
            "scheme-anywhere",
            "n > 0 characters before Basic, and after the padding of the base64, are skipped; the"
                + " policy refuses such requests",
            "None in Kong; only valid passwords count all the same."));
    found.add(
        stated.stricter(
            "scheme-case",
            "of the spellings of Basic 2 count: Basic and basic",
            "None in Kong; clients write it so."));
    found.add(
        stated.different(
            "several-headers",
            "of n > 1 headers Authorization 1 may count, where the policy refuses such requests",
            "None in Kong; only valid passwords count all the same."));
    found.add(
        stated.different(
            "identity-headers",
            "5 headers tell the upstream who called: X-Consumer-ID, X-Consumer-Custom-ID,"
                + " X-Consumer-Username, X-Credential-Identifier, X-Anonymous-Consumer; 1 more,"
                + " X-Consumer-Groups, is what the caller says unless acl replaces it",
            "Remove x-consumer-groups with a headerTransform policy where the upstream trusts it."));
    return found;
  }

  private static BasicAuth rule(Policy policy) {
    return (BasicAuth) policy.spec().kind();
  }
}
