package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the plugins that read bodies have in common: only the enterprise edition has them, and they
 * come before addresses and sizes are judged.
 */
final class PayloadBounds {

  /** Methods whose bodies json-threat-protection does not read. */
  private static final List<String> UNREAD = List.of("DELETE", "GET", "HEAD", "OPTIONS");

  private PayloadBounds() {}

  static List<Policy> enforcing(List<Policy> policies) {
    return policies.stream().filter(policy -> policy.spec().mode() == Mode.ENFORCE).toList();
  }

  /** Every field of every policy, because the open source edition reads no bodies. */
  static Emission openSource(String plugin, List<Policy> policies, Place place) {
    return Emission.nothing(
        policies,
        place,
        ledger -> {
          for (String field : KindFields.of(ledger.policy()).keySet()) {
            ledger.unsupported(
                field,
                Evidence.PAYLOADS_UNSEEN.grade(),
                new Stated(ledger.policy().id())
                    .looser(
                        "enterprise-only",
                        "0 bodies are read: %s is a plugin of the enterprise edition only"
                            .formatted(plugin),
                        "Run Kong Gateway Enterprise with "
                            + plugin
                            + ", or protect the upstream"
                            + " itself."));
          }
        });
  }

  static void observed(FieldLedger ledger, String plugin) {
    ledger.unsupported(
        "mode",
        Evidence.OBSERVE.grade(),
        new Stated(ledger.policy().id())
            .different(
                "observe-not-reported",
                "0 requests are reported: what %s finds without blocking goes to the error log of"
                        .formatted(plugin)
                    + " each node only",
                "Set mode: enforce."));
  }

  /** What is meant to answer before the body is read, and comes after it on Kong. */
  static List<Deviation> order(String plugin, Place place, Stated stated) {
    var later = new TreeSet<String>();
    if (place.kinds().contains("ipFilter") || place.acting().contains(IpFilterEmitter.PLUGIN)) {
      later.add("ip-restriction (990) 403");
    }
    if (place.kinds().contains("requestSize")
        || place.acting().contains(RequestSizeEmitter.PLUGIN)) {
      later.add("request-size-limiting (951) 413");
    }
    if (place.kinds().contains("accessBlock")
        || place.acting().contains(AccessBlockEmitter.PLUGIN)) {
      later.add("request-termination (2)");
    }
    var found = new ArrayList<Deviation>();
    if (!later.isEmpty()) {
      found.add(
          stated.different(
              "body-read-first",
              "%d that are meant to answer before come after %s: what it refuses is answered 400, not by %s"
                  .formatted(later.size(), plugin, String.join(" or ", later)),
              "None: Kong's order is fixed. Nobody gets through either way."));
    }
    return found;
  }

  static List<Deviation> held(Stated stated, String field, long held, long meant) {
    return held == meant
        ? List.of()
        : List.of(
            stated.stricter(
                "held-by-smaller",
                "%s is %d, not %d: another policy of the route asks for it"
                    .formatted(field, held, meant),
                "None needed: several policies all hold."));
  }

  /** Bodies of some methods are not read. */
  static List<Deviation> methods(Place place, Stated stated) {
    List<String> unread = UNREAD.stream().filter(place::takes).toList();
    return unread.isEmpty()
        ? List.of()
        : List.of(
            stated.looser(
                "other-methods-unread",
                "bodies of 3 methods are read, POST, PUT and PATCH; those of %s pass"
                    .formatted(String.join(", ", unread)),
                "List POST, PUT and PATCH as the methods of the route, or have the upstream ignore"
                    + " bodies of others."));
  }
}
