package io.entente.translator.apigee.emit;

import io.entente.model.nativeobject.Hash;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Steps of one rule: is the answer still there, if not the issuer is asked; what is not seen to
 * be active is refused, whatever the reason, and only what let a request through is kept.
 */
final class IntrospectionSteps {

  /** The map whose entries are secrets that the gateway holds. */
  static final String SECRETS = "entente-secrets";

  /** How long an issuer may take to answer, in milliseconds. */
  static final int PATIENCE = 5_000;

  /** How long a secret is kept once it was read, in seconds. */
  static final int SECRET_KEPT = 300;

  /** How many audiences of a list are compared. */
  static final int AUDIENCES = 4;

  private final Policy policy;
  private final OAuth2Introspection rule;
  private final Place place;
  private final IntrospectionPolicies written;
  private final List<StepDraft> steps = new ArrayList<>();

  private IntrospectionSteps(Policy policy, Place place) {
    this.policy = policy;
    this.rule = (OAuth2Introspection) policy.spec().kind();
    this.place = place;
    this.written = new IntrospectionPolicies(rule, name("intro"));
  }

  static List<StepDraft> of(Policy policy, Place place) {
    return new IntrospectionSteps(policy, place).steps();
  }

  private List<StepDraft> steps() {
    boolean kept = !rule.cache().isZero();
    String[] unknown = kept ? new String[] {"(" + variable("known") + " = null)"} : new String[0];
    if (kept) {
      step("introhash", written::hash);
      step("introlookup", written::lookup);
    }
    step("introtoken", written::token, unknown);
    step("introsecret", written::secret, unknown);
    step("introready", written::ready, unknown);
    step("introask", written::ask, with(unknown, "(" + written.secretVariable() + " != null)"));
    step("introread", written::read, unknown);
    step("introless", n -> RaiseFaultPolicy.unauthorized(n, "Bearer"), with(unknown, inactive()));
    if (!rule.scopes().isEmpty()) {
      step("introscope", IntrospectionSteps::elsewhere, with(unknown, "(!(" + scopes() + "))"));
    }
    if (!rule.audiences().isEmpty()) {
      step("introelsewhere", IntrospectionSteps::elsewhere, with(unknown, "(!(" + meant() + "))"));
    }
    if (kept) {
      step("introkeep", written::keep, unknown);
    }
    if (!rule.forward()) {
      String hide = name("introhidden");
      add(
          Stage.HIDE,
          hide,
          AssignMessagePolicy.withoutHeader(hide, "authorization"),
          Optional.empty());
    }
    return steps;
  }

  /** Of several tokens in one header none counts. */
  private String inactive() {
    return "((request.header.authorization.values.string JavaRegex \"^.*,.*$\") or !(("
        + variable("answer.status.code")
        + " = \"200\") and ("
        + variable("active")
        + " = \"true\")))";
  }

  private String scopes() {
    return rule.scopes().stream()
        .map(scope -> "(%s JavaRegex \"%s\")".formatted(variable("scope"), ScopePattern.of(scope)))
        .collect(Collectors.joining(" and "));
  }

  private String meant() {
    return rule.audiences().stream()
        .flatMap(
            audience ->
                Stream.concat(
                        Stream.of("aud"),
                        IntStream.rangeClosed(1, AUDIENCES).mapToObj(i -> "aud" + i))
                    .map(name -> "(%s = \"%s\")".formatted(variable(name), audience)))
        .collect(Collectors.joining(" or "));
  }

  private String variable(String what) {
    return written.variable(what);
  }

  private static String elsewhere(String name) {
    return RaiseFaultPolicy.file(name, 403, Reasons.of(403), "not allowed");
  }

  private static String[] with(String[] conditions, String more) {
    return Stream.concat(Stream.of(conditions), Stream.of(more)).toArray(String[]::new);
  }

  /** What one question is: answers to another are never used for it. */
  static String question(OAuth2Introspection rule) {
    String all =
        String.join(
            "\n",
            rule.endpoint(),
            rule.clientId(),
            rule.clientSecret().name(),
            String.join(" ", rule.scopes()),
            String.join(" ", rule.audiences()));
    return "entente-" + Hash.ofText(all).hex().substring(0, 32);
  }

  /** The document of a policy of a name. */
  private interface Document {
    String named(String name);
  }

  private void step(String what, Document document, String... conditions) {
    String name = name(what);
    add(Stage.TOKEN, name, document.named(name), Preflights.asked(rule.preflight(), conditions));
  }

  private void add(Stage stage, String name, String file, Optional<String> condition) {
    steps.add(new StepDraft(stage, name, file, condition, List.of(policy)));
  }

  private String name(String what) {
    return place.policy(what, policy.id().policy().value());
  }
}
