package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.policy.Timeout;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import io.entente.translator.kong.emit.UpstreamEmitter.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How far the times of a service are from those of a {@code timeout}. */
final class TimeBounds {

  private TimeBounds() {}

  static void judge(FieldLedger ledger, Timeout rule, Times times, EvidenceGrade evidence) {
    var stated = new Stated(ledger.policy().id());
    if (rule.connect().isPresent()) {
      var found = held(stated, rule.connect(), times.connect());
      found.add(
          stated.different(
              "status-504",
              "1 status differs: 504, not 503, where no connection came in time",
              "None needed: both say that the upstream is not there."));
      ledger.emitted("connect", evidence, found);
    } else {
      ledger.withoutMeaning("connect");
    }
    if (rule.request().isPresent()) {
      long most = rule.request().get().toMillis();
      var found = held(stated, rule.request(), times.silent());
      found.add(
          stated.looser(
              "no-deadline",
              "up to %d ms until an answer begins (%d attempts, each as long as it is silent, and the times to connect), and without end while a byte comes every %d ms: Kong has no time for the whole"
                  .formatted(
                      (times.again() + 1) * times.silent().orElseThrow().toMillis(),
                      times.again() + 1,
                      Math.min(most, times.silent().orElseThrow().toMillis())),
              "Let the upstream or a proxy in front end what takes too long."));
      found.add(
          stated.stricter(
              "silence-ends-it",
              "%d ms of silence in an answer that has begun end it"
                  .formatted(times.silent().orElseThrow().toMillis()),
              "None needed: the whole would be over then."));
      ledger.emitted("request", evidence, found);
    } else {
      ledger.withoutMeaning("request");
    }
    if (rule.idle().isPresent()) {
      var found = held(stated, rule.idle(), times.silent());
      found.add(
          stated.looser(
              "each-attempt-apart",
              "up to %d ms and the times to connect: silence is counted anew in each of %d attempts"
                  .formatted(
                      (times.again() + 1) * times.silent().orElseThrow().toMillis(),
                      times.again() + 1),
              "Set no retry on the route, or a shorter time."));
      ledger.emitted("idle", evidence, found);
    } else {
      ledger.withoutMeaning("idle");
    }
    ledger.emitted("mode", evidence);
  }

  private static List<Deviation> held(
      Stated stated, Optional<Duration> said, Optional<Duration> holds) {
    var found = new ArrayList<Deviation>();
    if (!said.equals(holds)) {
      found.add(
          stated.stricter(
              "held-by-shorter",
              "%d ms hold, not %d ms: the service has one time, and another field or policy of the route asks for it"
                  .formatted(holds.orElseThrow().toMillis(), said.orElseThrow().toMillis()),
              "None needed; this field is idle on this route."));
    }
    return found;
  }
}
