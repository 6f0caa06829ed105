package io.entente.hub.aggregate;

import io.entente.connector.spi.AggregateTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to ask for next. Everything from the watermark on is asked for again at every turn, so a
 * bucket that changes late is seen until it is settled.
 *
 * @param from first bucket
 * @param to after the last bucket
 * @param settled where the watermark stands after a complete read of it
 * @param more whether buckets after {@code to} have ended already
 */
record ReadWindow(Instant from, Instant to, Instant settled, boolean more) {

  /** Empty when no bucket has ended since. */
  static Optional<ReadWindow> next(
      AggregateTerms terms, Instant now, Optional<Instant> watermark, Duration backfill) {
    Instant ended = floor(now, terms.width());
    Duration first = backfill.compareTo(terms.reread()) < 0 ? terms.reread() : backfill;
    Instant from = watermark.orElse(floor(now.minus(first), terms.width()));
    Instant far = floor(from.plus(terms.span()), terms.width());
    Instant to = far.isBefore(ended) ? far : ended;
    if (!from.isBefore(to)) {
      return Optional.empty();
    }
    Instant quiet = floor(now.minus(terms.reread()), terms.width());
    Instant settled = quiet.isBefore(to) ? quiet : to;
    // A clock that was set back must not unsettle what is settled.
    Instant kept = settled.isBefore(from) ? from : settled;
    return Optional.of(new ReadWindow(from, to, kept, to.isBefore(ended)));
  }

  private static Instant floor(Instant time, Duration width) {
    long seconds = Math.floorDiv(time.getEpochSecond(), width.toSeconds()) * width.toSeconds();
    return Instant.ofEpochSecond(seconds);
  }
}
