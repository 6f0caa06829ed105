package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.CircuitBreaker;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** How far the health checks of an upstream are from a {@code circuitBreaker}. */
final class BreakerBounds {

  /** Kong counts no further. */
  static final int MOST = 255;

  private BreakerBounds() {}

  static void judge(FieldLedger ledger, CircuitBreaker rule, Place place) {
    var stated = new Stated(ledger.policy().id());
    var evidence = Evidence.BREAKER.grade();
    int said = rule.consecutiveFailures();
    if (said > MOST) {
      ledger.unsupported(
          "consecutiveFailures",
          evidence,
          stated.stricter(
              "counts-to-255",
              "%d failures, not %d: Kong counts no further".formatted(MOST, said),
              "Set consecutiveFailures to %d or less.".formatted(MOST)));
    } else {
      var found = new ArrayList<Deviation>();
      found.add(
          stated.looser(
              "three-counts",
              "up to %d failures in a row: bad answers, refused or broken connections and late answers are counted apart, %d of each"
                  .formatted(3L * (said - 1) + 1, said),
              "None in Kong; set fewer."));
      if (place.nodes() > 1) {
        found.add(
            stated.looser(
                "per-node",
                "up to %d failures, %d on each of %d nodes"
                    .formatted((long) said * place.nodes(), said, place.nodes()),
                "Set fewer, by as many nodes as there are."));
      }
      found.add(
          stated.stricter(
              "unregistered-statuses",
              "0 of the statuses that are registered with no meaning begin the count anew",
              "Answer with registered statuses."));
      ledger.emitted("consecutiveFailures", evidence, found);
    }
    ledger.emitted("failures", evidence);
    ledger.emitted(
        "openFor",
        evidence,
        List.of(
            stated.looser(
                "probed",
                "0 to %d s, not %d s: every %d s endpoints that are left alone are asked for a connection, and one that takes it comes back"
                    .formatted(
                        rule.openFor().toSeconds(),
                        rule.openFor().toSeconds(),
                        rule.openFor().toSeconds()),
                "None in Kong: it brings no endpoint back by time alone."),
            stated.stricter(
                "until-it-connects",
                "more than %d s, while the endpoint takes no connection"
                    .formatted(rule.openFor().toSeconds()),
                "None needed: it would fail.")));
    ledger.emitted("mode", evidence);
  }
}
