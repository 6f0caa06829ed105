package io.entente.connector.apigee.stats;

import io.entente.connector.apigee.stats.StatsRefusedException.Kind;
import io.entente.connector.spi.AggregateRead;
import io.entente.connector.spi.AggregateReader;
import io.entente.connector.spi.AggregateTerms;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Apigee's statistics by proxy and minute. Blocks; for one thread at a time. */
public final class StatsReader implements AggregateReader {

  /**
   * Statistics are up to ten minutes behind; what is written later still is found by asking for
   * every minute again for half an hour.
   */
  static final AggregateTerms TERMS =
      new AggregateTerms(
          "apigee/stats",
          Duration.ofMinutes(1),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(4));

  /** Below the 14,400 rows that Apigee gives at most. */
  static final int ROWS = 10_000;

  private static final int MOST_PAGES = 100;
  private static final List<String> DIMENSIONS = List.of("apiproxy");

  private final StatsCall call;
  private final Supplier<Optional<Problem>> unavailable;
  private final int rows;

  /**
   * @param unavailable why there are no statistics to ask for, where that is known
   */
  public StatsReader(StatsCall call, Supplier<Optional<Problem>> unavailable) {
    this(call, unavailable, ROWS);
  }

  StatsReader(StatsCall call, Supplier<Optional<Problem>> unavailable, int rows) {
    this.call = call;
    this.unavailable = unavailable;
    this.rows = rows;
  }

  @Override
  public AggregateTerms terms() {
    return TERMS;
  }

  @Override
  public AggregateRead read(Instant from, Instant to) {
    try {
      Optional<Problem> why = unavailable.get();
      return why.isPresent() ? new AggregateRead.Unavailable(why.get()) : pages(from, to);
    } catch (ProblemException e) {
      return new AggregateRead.Failed(e.problems().get(0));
    } catch (StatsRefusedException e) {
      return new AggregateRead.Failed(problem(e));
    }
  }

  private AggregateRead pages(Instant from, Instant to) throws StatsRefusedException {
    var answer = new StatsAnswer(query(from, to, 0));
    for (int page = 0; page < MOST_PAGES; page++) {
      if (!answer.add(call.page(query(from, to, page * rows)), rows)) {
        return new AggregateRead.Complete(answer.buckets());
      }
    }
    throw new StatsRefusedException(
        Kind.TRUNCATED, "the answer does not end after " + MOST_PAGES + " pages");
  }

  private StatsQuery query(Instant from, Instant to, int offset) {
    return new StatsQuery(DIMENSIONS, StatsMetric.names(), from, to, rows, offset);
  }

  private static Problem problem(StatsRefusedException e) {
    String what = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case TRUNCATED ->
          Problem.vendor(
              "APIGEE_STATS_TRUNCATED",
              "The answer of Apigee's statistics is not whole: " + what,
              "stats",
              "Nothing of it was used; it is asked for again at the next turn.");
      case MOVED ->
          Problem.vendor(
              "APIGEE_STATS_MOVED",
              "The pages of Apigee's statistics do not fit together: " + what,
              "stats",
              "Nothing of it was used; it is asked for again at the next turn.");
      case NOT_UNDERSTOOD ->
          Problem.vendor(
              "APIGEE_STATS_NOT_UNDERSTOOD",
              "The answer of Apigee's statistics is not understood: " + what,
              "stats",
              "Nothing of it was used; compare it with the discovery document of the API.");
    };
  }
}
