package io.entente.hub.aggregate;

import io.entente.connector.spi.AggregateTerms;
import io.entente.model.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * How reading the counts of one gateway stands.
 *
 * @param settledUntil everything before it was read completely and is final
 * @param completeAt when a read was complete last
 * @param why what the vendor or the connector said, unless all is well
 */
record PullState(
    Stage stage,
    AggregateTerms terms,
    Optional<Instant> settledUntil,
    Optional<Instant> completeAt,
    Optional<Problem> why) {

  /** Where it stands. */
  enum Stage {
    /** As far as the vendor is. */
    CURRENT,
    /** Complete so far; more is there to be read. */
    CATCHING_UP,
    /** The vendor has none here until somebody acts. */
    UNAVAILABLE,
    /** The last read failed; the watermark did not move. */
    FAILING
  }
}
