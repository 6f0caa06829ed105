package io.entente.translator;

import io.entente.model.event.Recording;
import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.policy.Policy;
import io.entente.policy.TrafficLog;
import java.util.ArrayList;
import java.util.List;

/**
 * What the hub keeps of a route's exchanges. No gateway leaves any out: each sends all of them and
 * says with them what is to be kept, so that the hub counts every arrival and decides a second
 * delivery as it did the first.
 *
 * @param asked the fullest that any log of the route asks for
 */
public record LogRecording(Recording asked) {

  /** Of logs that share what reports them. */
  public static LogRecording of(List<Policy> logs) {
    return new LogRecording(
        logs.stream().map(LogRecording::recording).reduce(Recording::fuller).orElse(Recording.ALL));
  }

  /** Whether the hub has to be told at all. */
  public boolean told() {
    return !asked.equals(Recording.ALL);
  }

  /** States the field {@code record} of a policy. */
  public void report(FieldLedger ledger, EvidenceGrade evidence) {
    var stated = new Stated(ledger.policy().id());
    var found = new ArrayList<Deviation>();
    if (asked instanceof ErrorsAndSample sample) {
      found.add(
          stated.different(
              "left-out-by-hub",
              "all of every %d exchanges that did not fail are sent to the hub, which keeps 1"
                  .formatted(sample.oneIn()),
              "None needed: nothing that is left out is stored or published."));
    }
    if (asked.equals(Recording.AGGREGATE)) {
      found.add(
          stated.different(
              "counted-by-hub",
              "1 entry of every exchange is sent to the hub, which counts it and keeps 0 of them one"
                  + " by one",
              "None needed: nothing but counts is stored or published."));
    }
    Recording wanted = recording(ledger.policy());
    if (wanted.equals(Recording.AGGREGATE) && !wanted.equals(asked)) {
      found.add(
          stated.different(
              "kept-by-fuller",
              "%s is kept, not 0 exchanges one by one: another log of the route asks for it"
                  .formatted(asked.word()),
              "Let all logs of the route ask for aggregate."));
    } else if (!wanted.equals(asked)) {
      found.add(
          stated.stricter(
              "kept-by-fuller",
              "%s is kept, not %s: another log of the route asks for it"
                  .formatted(asked.word(), wanted.word()),
              "None needed."));
    }
    ledger.emitted("record", evidence, found);
  }

  private static Recording recording(Policy policy) {
    return ((TrafficLog) policy.spec().kind()).record();
  }
}
