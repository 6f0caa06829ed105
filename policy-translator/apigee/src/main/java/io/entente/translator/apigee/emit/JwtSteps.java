package io.entente.translator.apigee.emit;

import io.entente.policy.ClaimRule;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.TokenSource.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Steps of one token rule: the token is verified once a family of algorithms, and once more for
 * every audience; what is not seen to be valid is refused, whatever the reason.
 */
final class JwtSteps {

  private final Policy policy;
  private final Jwt rule;
  private final Place place;
  private final List<StepDraft> steps = new ArrayList<>();

  private JwtSteps(Policy policy, Place place) {
    this.policy = policy;
    this.rule = (Jwt) policy.spec().kind();
    this.place = place;
  }

  static List<StepDraft> of(Policy policy, Place place) {
    return new JwtSteps(policy, place).steps();
  }

  private List<StepDraft> steps() {
    List<String> verified = verified("token", Optional.empty());
    String valid = anyOf(verified.stream().map(this::valid).toList());
    refuse("tokenless", 401, "(" + several() + "!(" + valid + "))");
    if (!rule.audiences().isEmpty()) {
      var meant = new ArrayList<String>();
      for (int i = 0; i < rule.audiences().size(); i++) {
        meant.addAll(verified("for" + (i + 1), Optional.of(rule.audiences().get(i))));
      }
      refuse(
          "elsewhere", 403, "(!(" + anyOf(meant.stream().map(JwtSteps::isValid).toList()) + "))");
    }
    for (int i = 0; i < rule.claims().size(); i++) {
      ClaimRule claim = rule.claims().get(i);
      String holds = anyOf(verified.stream().map(name -> holds(name, claim)).toList());
      refuse("lacking" + (i + 1), 403, "(!(" + holds + "))");
    }
    if (!rule.forward() && place.extensible()) {
      String hide = name("tokenhidden");
      step(
          Stage.HIDE,
          hide,
          AssignMessagePolicy.withoutHeader(hide, rule.from().header()),
          Optional.empty());
    }
    return steps;
  }

  /** The names of policies of which one must find the token valid. */
  private List<String> verified(String what, Optional<String> audience) {
    var names = new ArrayList<String>();
    List<AlgorithmFamily> families = AlgorithmFamily.of(rule);
    for (int i = 0; i < families.size(); i++) {
      String name = name(what + "x" + (i + 1));
      step(
          Stage.TOKEN,
          name,
          VerifyJwtPolicy.file(name, rule, families.get(i), audience),
          Preflights.asked(rule.preflight()));
      names.add(name);
    }
    return names;
  }

  /** The usual variable ends at the first comma: a second token would go unseen. */
  private String several() {
    return rule.from().scheme() == Scheme.BEARER
        ? "(request.header.authorization.values.string JavaRegex \"^.*,.*$\") or "
        : "";
  }

  private String valid(String name) {
    return rule.requireExpiration()
        ? "(" + isValid(name) + " and (jwt." + name + ".claim.expiry != null))"
        : isValid(name);
  }

  private static String isValid(String name) {
    return "(jwt." + name + ".valid = \"true\")";
  }

  private static String holds(String name, ClaimRule claim) {
    String variable = "jwt." + name + ".claim." + claim.name();
    String one =
        anyOf(claim.values().stream().map(v -> "(" + variable + " = \"" + v + "\")").toList());
    return "(" + isValid(name) + " and (" + one + "))";
  }

  private static String anyOf(List<String> conditions) {
    return conditions.stream().collect(Collectors.joining(" or "));
  }

  private void refuse(String what, int status, String condition) {
    String name = name(what);
    String file =
        status == 401
            ? RaiseFaultPolicy.unauthorized(name, "Bearer")
            : RaiseFaultPolicy.file(name, status, Reasons.of(status), "not allowed");
    step(Stage.TOKEN, name, file, Preflights.asked(rule.preflight(), condition));
  }

  private String name(String what) {
    return place.policy(what, policy.id().policy().value());
  }

  private void step(Stage stage, String name, String file, Optional<String> condition) {
    steps.add(new StepDraft(stage, name, file, condition, List.of(policy)));
  }
}
