package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Cors;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Shadowed;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cors} as CORS, first in the proxy's own PreFlow. */
public final class CorsEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "cors";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    Policy nearest = policies.get(policies.size() - 1);
    if (!place.crossOrigin().isEmpty()) {
      return conflicting(policies, place);
    }
    boolean any = cors(nearest).allowMethods().stream().anyMatch(CorsPolicyFile.METHODS::contains);
    String name = place.policy("cors");
    var step =
        new StepDraft(
            Stage.CROSS_ORIGIN,
            name,
            CorsPolicyFile.file(name, cors(nearest)),
            Optional.empty(),
            List.of(nearest));
    return Emission.of(
        any ? List.of(step) : List.of(),
        policies.stream()
            .map(
                policy ->
                    policy.equals(nearest) && any
                        ? judge(policy, place)
                        : new FieldLedger(policy).report(place.route()))
            .toList());
  }

  /** Two policies of this type in one flow: which one has the last word nobody documents. */
  private static Emission conflicting(List<Policy> policies, Place place) {
    String theirs = String.join(", ", place.crossOrigin());
    List<PolicyFidelity> fidelity =
        Emission.nothing(
                policies,
                place,
                ledger ->
                    ledger.unsupported(
                        "mode",
                        Evidence.FOREIGN_POLICY.grade(),
                        new Stated(ledger.policy().id())
                            .different(
                                "cors-present",
                                "%d CORS policies of the proxy already answer: %s"
                                    .formatted(place.crossOrigin().size(), theirs),
                                "Take them out of the proxy, or leave cors to the proxy.")))
            .fidelity();
    return new Emission(
        List.of(),
        fidelity,
        policies.stream()
            .map(
                policy ->
                    new Shadowed(
                        policy.id(),
                        place.route(),
                        Shadowed.Why.CONFLICTED,
                        place.endpoint(),
                        "The proxy has a CORS policy of its own ("
                            + theirs
                            + "); two in one proxy contradict each other, so ours does not go"
                            + " out."))
            .toList(),
        List.of());
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    Cors cors = cors(policy);
    var stated = new Stated(policy.id());
    List<Deviation> asked = noPreflight(place, stated);
    for (int i = 0; i < cors.allowOrigins().size(); i++) {
      ledger.emitted(
          "allowOrigins[" + i + "]", Evidence.CROSS_ORIGIN.grade(), origins(cors, stated));
    }
    for (int i = 0; i < cors.allowMethods().size(); i++) {
      method(ledger, "allowMethods[" + i + "]", cors.allowMethods().get(i), asked, stated);
    }
    for (int i = 0; i < cors.allowHeaders().size(); i++) {
      ledger.emitted("allowHeaders[" + i + "]", Evidence.CROSS_ORIGIN.grade(), asked);
    }
    for (int i = 0; i < cors.exposeHeaders().size(); i++) {
      ledger.emitted("exposeHeaders[" + i + "]", Evidence.CROSS_ORIGIN.grade());
    }
    if (cors.allowsAnyOrigin()) {
      ledger.withoutMeaning("allowCredentials");
    } else {
      ledger.emitted("allowCredentials", Evidence.CROSS_ORIGIN.grade(), credentials(cors, stated));
    }
    ledger.emitted("maxAge", Evidence.CROSS_ORIGIN.grade(), asked);
    ledger.emitted("mode", Evidence.CROSS_ORIGIN.grade(), around(cors, stated));
    return ledger.report(place.route());
  }

  private static void method(
      FieldLedger ledger, String field, String method, List<Deviation> asked, Stated stated) {
    if (CorsPolicyFile.METHODS.contains(method)) {
      ledger.emitted(field, Evidence.CROSS_ORIGIN.grade(), asked);
    } else {
      ledger.unsupported(
          field,
          Evidence.CROSS_ORIGIN.grade(),
          stated.stricter(
              "method-unknown",
              "%s is none of the %d methods Apigee deploys"
                  .formatted(method, CorsPolicyFile.METHODS.size()),
              "Leave the method out."));
    }
  }

  private static List<Deviation> noPreflight(Place place, Stated stated) {
    return place.takes("OPTIONS")
        ? List.of()
        : List.of(
            stated.stricter(
                "preflight-unanswered",
                "0 preflights are answered by us: the route takes %s only"
                    .formatted(String.join(", ", place.methods())),
                "Add OPTIONS to the methods of the route."));
  }

  private static List<Deviation> origins(Cors cors, Stated stated) {
    return cors.allowsAnyOrigin()
        ? List.of()
        : List.of(
            stated.different(
                "vary-unwritten",
                "1 header, Vary: Origin, is not documented to be written: a cache between may hand"
                    + " one origin's answer to another, which a browser then refuses",
                "Let the upstream send Vary: Origin."));
  }

  private static List<Deviation> credentials(Cors cors, Stated stated) {
    return cors.allowCredentials()
        ? List.of()
        : List.of(
            stated.different(
                "credentials-false",
                "1 header, Access-Control-Allow-Credentials, says false instead of being absent;"
                    + " browsers take both for no",
                "None needed."));
  }

  private static List<Deviation> around(Cors cors, Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.different(
            "options",
            "1 kind of request, OPTIONS that is no preflight, may be answered too: Apigee documents"
                + " OPTIONS requests without a difference",
            "None in Apigee."));
    found.add(
        stated.looser(
            "upstream-headers",
            "what the upstream says of other origins to one that is not allowed is not documented"
                + " to be taken off: "
                + (cors.exposeHeaders().isEmpty()
                    ? "up to 3 headers, of which Access-Control-Expose-Headers to one that is, too"
                    : "up to 2 headers"),
            "Take the headers out at the upstream."));
    return found;
  }

  private static Cors cors(Policy policy) {
    return (Cors) policy.spec().kind();
  }
}
