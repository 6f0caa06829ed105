package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Cors;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code cors} as cors. */
public final class CorsEmitter implements KindEmitter {

  public static final String PLUGIN = "cors";

  /** Methods that pages use without asking first. */
  private static final Set<String> UNASKED = Set.of("GET", "HEAD", "POST");

  @Override
  public Set<String> kindNames() {
    return Set.of("cors");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    Policy nearest = policies.get(policies.size() - 1);
    return new Emission(
        List.of(new PluginDraft(PLUGIN, CorsConfig.of(cors(nearest)), List.of(nearest), "")),
        policies.stream()
            .map(
                policy ->
                    policy.equals(nearest)
                        ? judge(policy, place)
                        : new FieldLedger(policy).report(place.route()))
            .toList(),
        List.of());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    Cors cors = cors(policy);
    var stated = new Stated(policy.id());
    Optional<Deviation> noPreflight = noPreflight(place, stated);
    for (int i = 0; i < cors.allowOrigins().size(); i++) {
      ledger.emitted(
          "allowOrigins[" + i + "]", Evidence.CROSS_ORIGIN.grade(), origins(cors, stated));
    }
    methods(ledger, cors, noPreflight, stated);
    for (int i = 0; i < cors.allowHeaders().size(); i++) {
      emittedIfAsked(ledger, "allowHeaders[" + i + "]", noPreflight);
    }
    for (int i = 0; i < cors.exposeHeaders().size(); i++) {
      ledger.emitted("exposeHeaders[" + i + "]", Evidence.CROSS_ORIGIN.grade());
    }
    if (cors.allowsAnyOrigin()) {
      ledger.withoutMeaning("allowCredentials");
    } else {
      ledger.emitted("allowCredentials", Evidence.CROSS_ORIGIN.grade(), credentials(cors, stated));
    }
    ledger.emitted(
        "maxAge", Evidence.CROSS_ORIGIN.grade(), noPreflight.map(List::of).orElse(List.of()));
    ledger.emitted("mode", Evidence.CROSS_ORIGIN.grade(), around(cors, place, stated));
    return ledger.report(place.route());
  }

  private static void methods(
      FieldLedger ledger, Cors cors, Optional<Deviation> noPreflight, Stated stated) {
    for (int i = 0; i < cors.allowMethods().size(); i++) {
      String method = cors.allowMethods().get(i);
      String field = "allowMethods[" + i + "]";
      if (!CorsConfig.METHODS.contains(method)) {
        ledger.unsupported(
            field,
            Evidence.CROSS_ORIGIN_METHOD.grade(),
            stated.stricter(
                "method-unknown",
                "%s is none of the %d methods the plugin knows"
                    .formatted(method, CorsConfig.METHODS.size()),
                "Leave the method out."));
      } else if (UNASKED.contains(method)) {
        ledger.emitted(
            field, Evidence.CROSS_ORIGIN.grade(), noPreflight.map(List::of).orElse(List.of()));
      } else {
        emittedIfAsked(ledger, field, noPreflight);
      }
    }
  }

  private static void emittedIfAsked(
      FieldLedger ledger, String field, Optional<Deviation> noPreflight) {
    noPreflight.ifPresentOrElse(
        why -> ledger.unsupported(field, Evidence.CROSS_ORIGIN.grade(), why),
        () -> ledger.emitted(field, Evidence.CROSS_ORIGIN.grade()));
  }

  private static Optional<Deviation> noPreflight(Place place, Stated stated) {
    return place.takes("OPTIONS")
        ? Optional.empty()
        : Optional.of(
            stated.stricter(
                "preflight-404",
                "0 preflights are answered: the route takes %s only, OPTIONS gets 404"
                    .formatted(String.join(", ", place.methods())),
                "Add OPTIONS to the methods of the route."));
  }

  private static List<Deviation> origins(Cors cors, Stated stated) {
    return CorsConfig.sentUnasked(cors)
        ? List.of(
            stated.different(
                "single-origin-always-sent",
                "the 1 origin is sent in every answer, whatever the Origin of the request; a browser compares and refuses the others",
                "None needed: browsers decide the same."))
        : List.of();
  }

  private static List<Deviation> credentials(Cors cors, Stated stated) {
    return cors.allowCredentials()
        ? List.of()
        : List.of(
            stated.looser(
                "upstream-credentials",
                "1 header, Access-Control-Allow-Credentials, passes through when the upstream sends it",
                "Take the header out at the upstream, or by a headerTransform."));
  }

  private static List<Deviation> around(Cors cors, Place place, Stated stated) {
    var found = new ArrayList<Deviation>();
    if (place.acting().contains(BotDetectionEmitter.PLUGIN)
        || place.kinds().contains("botDetection")) {
      found.add(
          stated.stricter(
              "bot-detection-first",
              "1 plugin, bot-detection (2500), runs before cors (2000): a preflight with a listed User-Agent is answered 403",
              "Let bot-detection allow the callers' User-Agent."));
    }
    if (cors.exposeHeaders().isEmpty()) {
      found.add(
          stated.looser(
              "upstream-expose",
              "1 header, Access-Control-Expose-Headers, passes through when the upstream sends it",
              "Take the header out at the upstream, or by a headerTransform."));
    }
    return found;
  }

  private static Cors cors(Policy policy) {
    return (Cors) policy.spec().kind();
  }
}
