package io.entente.hub.ingest;

import io.entente.connector.apigee.log.ApigeeLogLimits;
import io.entente.connector.apigee.log.ApigeeLogReader;
import io.entente.connector.apigee.log.LogOutcome;
import io.entente.connector.apigee.log.LogSenders;
import io.entente.connector.spi.TelemetrySink;
import io.entente.model.event.Recorded;
import io.entente.model.event.TrafficEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Makes lines durable. The sender is never told, so what cannot be kept now must be handed over
 * again until it can. Safe for many threads.
 */
final class SyslogLines {

  private final ApigeeLogReader reader;
  private final LogSenders senders;
  private final TelemetrySink sink;
  private final SyslogCounts counts;

  SyslogLines(int longest, LogSenders senders, TelemetrySink sink, SyslogCounts counts) {
    this.reader = new ApigeeLogReader(new ApigeeLogLimits(longest, Math.max(256, longest / 4)));
    this.senders = senders;
    this.sink = sink;
    this.counts = counts;
  }

  /**
   * What lines came to.
   *
   * @param recorded all that arrived, and what is to be durable of them
   * @param refused how many at the end were refused in a row; all of them when none was taken
   */
  record Read(Recorded recorded, List<LogOutcome.Refused> refusals, int refused) {

    Read {
      refusals = List.copyOf(refusals);
    }

    List<TrafficEvent> events() {
      return recorded.arrived();
    }
  }

  /** Reads the lines; blocks where a gateway has to be looked up, and throws where it cannot. */
  Read read(List<byte[]> lines) {
    var sorting = new Recorded.Sorting();
    var refusals = new ArrayList<LogOutcome.Refused>();
    int inARow = 0;
    for (byte[] line : lines) {
      LogOutcome outcome = reader.read(line, Instant.now(), senders);
      if (outcome instanceof LogOutcome.Taken taken) {
        sorting.add(taken.event(), taken.recording());
        inARow = 0;
      } else {
        refusals.add((LogOutcome.Refused) outcome);
        inARow++;
      }
    }
    return new Read(sorting.done(), refusals, inARow);
  }

  /**
   * Completes when every event that is to be kept is durable; then they and the refusals are
   * counted.
   */
  CompletionStage<Void> keep(Read read) {
    try {
      return sink.accept(read.recorded()).thenRun(() -> counts.took(read));
    } catch (RuntimeException e) {
      // Thrown here it would leave the connection waiting for ever.
      return CompletableFuture.failedStage(e);
    }
  }
}
