package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.Cors;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code cors} as the {@code cors} filter: one policy that acts and one that only observes. */
public final class CorsEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "cors";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var cors = (Cors) policy.spec().kind();
      var ledger = new FieldLedger(policy);
      if (policy.spec().mode() == Mode.OBSERVE) {
        configs.put(FilterNames.CORS_OBSERVED, CorsDocument.observing(cors));
        observing(ledger, cors, place);
      } else {
        configs.put(FilterNames.CORS, CorsDocument.acting(cors));
        if (cors.allowsAnyOrigin()) {
          configs.put(FilterNames.CORS_ANY_ORIGIN, CorsDocument.anyOrigin(cors));
        } else {
          configs.put(FilterNames.CORS_UPSTREAM, CorsDocument.upstream());
        }
        acting(ledger, cors, place);
      }
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(configs, fidelity);
  }

  /** The filter of the chain that a route configures. */
  public static Node inChain() {
    return CorsDocument.inert();
  }

  private static void acting(FieldLedger ledger, Cors cors, Place place) {
    List<Deviation> preflight =
        place.preflights() ? List.of() : List.of(notRouted(ledger.policy()));
    entries(ledger, "allowOrigins", cors.allowOrigins(), List.of());
    entries(ledger, "allowMethods", cors.allowMethods(), preflight);
    entries(ledger, "allowHeaders", cors.allowHeaders(), preflight);
    entries(ledger, "exposeHeaders", cors.exposeHeaders(), List.of());
    if (cors.allowsAnyOrigin()) {
      ledger.withoutMeaning("allowCredentials");
    } else {
      ledger.emitted("allowCredentials", Evidence.ORIGIN.grade());
    }
    ledger.emitted("maxAge", Evidence.ORIGIN.grade(), preflight);
    ledger.emitted("mode", Evidence.ORIGIN.grade());
  }

  /** What nobody is told cannot be told otherwise: only the origins count. */
  private static void observing(FieldLedger ledger, Cors cors, Place place) {
    entries(ledger, "allowOrigins", cors.allowOrigins(), List.of());
    untold(ledger, "allowMethods", cors.allowMethods());
    untold(ledger, "allowHeaders", cors.allowHeaders());
    untold(ledger, "exposeHeaders", cors.exposeHeaders());
    ledger.withoutMeaning("allowCredentials");
    ledger.withoutMeaning("maxAge");
    ledger.emitted(
        "mode", Evidence.OBSERVED_ORIGIN.grade(), List.of(observed(ledger.policy(), place)));
  }

  private static void entries(
      FieldLedger ledger, String list, List<String> entries, List<Deviation> deviations) {
    for (int i = 0; i < entries.size(); i++) {
      ledger.emitted(list + "[" + i + "]", Evidence.ORIGIN.grade(), deviations);
    }
  }

  private static void untold(FieldLedger ledger, String list, List<String> entries) {
    for (int i = 0; i < entries.size(); i++) {
      ledger.withoutMeaning(list + "[" + i + "]");
    }
  }

  private static Deviation notRouted(Policy policy) {
    return new Deviation(
        "preflight-not-routed",
        Direction.STRICTER,
        "0 preflights are answered: the methods of the route lack OPTIONS, so they find another"
            + " route or none (404)",
        "Add OPTIONS to the methods of the route.",
        List.of(policy.id()));
  }

  private static Deviation observed(Policy policy, Place place) {
    return new Deviation(
        "observe-statistic",
        Direction.DIFFERENT,
        ("0 preflights are answered and 0 headers are sent; requests with an Origin are counted in"
                + " the statistics http.entente.cors.origin_valid and origin_invalid of each of %d"
                + " nodes, together with those of every other cors policy, not per request")
            .formatted(place.nodes()),
        "Read the statistics, or enforce.",
        List.of(policy.id()));
  }
}
