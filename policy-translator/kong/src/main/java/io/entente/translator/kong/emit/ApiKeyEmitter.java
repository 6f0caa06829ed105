package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.In;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code apiKey} as key-auth, with the keys that the gateway's consumers have. */
public final class ApiKeyEmitter implements KindEmitter {

  public static final String PLUGIN = "key-auth";

  @Override
  public Set<String> kindNames() {
    return Set.of("apiKey");
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

  /** Never {@code anonymous}: with it callers without a key would get through. */
  private static Node.Obj config(ApiKey rule) {
    return Doc.of("key_names", Doc.texts(List.of(rule.name())))
        .with("key_in_header", Node.bool(rule.in() == In.HEADER))
        .with("key_in_query", Node.bool(rule.in() == In.QUERY))
        .with("key_in_body", Node.bool(false))
        .with("hide_credentials", Node.bool(rule.hideCredential()))
        .with("run_on_preflight", Node.bool(rule.preflight() == Preflight.CHECK));
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    ApiKey rule = rule(policy);
    var evidence = Evidence.API_KEY;
    ledger.emitted("in", evidence.grade());
    ledger.emitted("name", evidence.grade());
    ledger.emitted("hideCredential", evidence.grade(), hiding(rule, place, stated));
    ledger.emitted("preflight", evidence.grade(), preflight(rule, place, stated));
    ledger.emitted("credentials", evidence.grade(), List.of(identity(stated)));
    ledger.emitted("mode", evidence.grade(), AskedFirst.of(PLUGIN + " (1250)", place, stated));
    return ledger.report(place.route());
  }

  private static List<Deviation> hiding(ApiKey rule, Place place, Stated stated) {
    var found = new ArrayList<Deviation>();
    if (!rule.hideCredential()) {
      return found;
    }
    found.add(
        stated.different(
            "query-rewritten",
            "1 query is written anew for the upstream: arguments by name, a space as +, and every"
                + " argument %s is taken off".formatted(rule.name())
                + (rule.in() == In.HEADER ? " though the key is in a header" : ""),
            "Set hideCredential: false where the upstream depends on the query as it was written."));
    if (rule.preflight() == Preflight.PASS && place.takes("OPTIONS")) {
      found.add(
          stated.looser(
              "not-hidden-from-options",
              "of OPTIONS requests, which pass unasked, 1 key of those that send one reaches the"
                  + " upstream",
              "Set preflight: check."));
    }
    if (rule.in() == In.HEADER && place.kinds().stream().anyMatch(LimitsEmitter.KINDS::contains)) {
      found.add(
          stated.different(
              "limits-see-no-key",
              "a limit of the route that counts by header %s finds 0 of them and counts by address:"
                      .formatted(rule.name())
                  + " key-auth (1250) takes it off before rate-limiting (910) counts",
              "Count by another header, or set hideCredential: false."));
    }
    return found;
  }

  private static List<Deviation> preflight(ApiKey rule, Place place, Stated stated) {
    if (rule.preflight() == Preflight.CHECK) {
      return List.of();
    }
    return place.takes("OPTIONS")
        ? List.of(
            stated.looser(
                "every-options-passes",
                "every OPTIONS request passes without a key, not only those with the 2 headers of a"
                    + " preflight, Origin and Access-Control-Request-Method",
                "Set preflight: check where the upstream does something on OPTIONS; a cors policy"
                    + " answers preflights before keys are asked for."))
        : List.of(
            stated.stricter(
                "preflight-404",
                "0 preflights pass: the route takes %s only, OPTIONS gets 404"
                    .formatted(String.join(", ", place.methods())),
                "Add OPTIONS to the methods of the route."));
  }

  private static Deviation identity(Stated stated) {
    return stated.different(
        "identity-headers",
        "5 headers tell the upstream who called: X-Consumer-ID, X-Consumer-Custom-ID,"
            + " X-Consumer-Username, X-Credential-Identifier, X-Anonymous-Consumer; 1 more,"
            + " X-Consumer-Groups, is what the caller says unless acl replaces it",
        "Remove x-consumer-groups with a headerTransform policy where the upstream trusts it.");
  }

  private static ApiKey rule(Policy policy) {
    return (ApiKey) policy.spec().kind();
  }
}
