package io.entente.hub.traffic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/** Adds up rows of {@link CountsSql}. */
final class Tally {

  private static final double NANOS_PER_MILLI = 1_000_000;

  private long requests;
  private long errors;
  private long clientErrors;
  private long unanswered;
  private long estimated;
  private double variance;
  private long aggregated;
  private final Latencies latencies = new Latencies();

  void add(ResultSet row) throws SQLException {
    long counted = row.getLong(3);
    requests += counted;
    errors += row.getLong(4);
    clientErrors += row.getLong(5);
    unanswered += row.getLong(6);
    estimated += row.getLong(7);
    variance += row.getDouble(8);
    aggregated += row.getLong(9);
    int bucket = row.getInt(10);
    if (row.wasNull()) {
      latencies.add(row.getBytes(11));
    } else {
      latencies.add(bucket, counted);
    }
  }

  void add(Tally other) {
    requests += other.requests;
    errors += other.errors;
    clientErrors += other.clientErrors;
    unanswered += other.unanswered;
    estimated += other.estimated;
    variance += other.variance;
    aggregated += other.aggregated;
    latencies.add(other.latencies);
  }

  /** What is added up now, in few bytes. */
  Sums sums() {
    return new Sums(
        requests,
        errors,
        clientErrors,
        unanswered,
        estimated,
        variance,
        aggregated,
        latencies.bytes());
  }

  /** What {@link #add(ResultSet)} reads, with latencies as one value. */
  record Sums(
      long requests,
      long errors,
      long clientErrors,
      long unanswered,
      long estimated,
      double variance,
      long aggregated,
      byte[] latencies) {

    void append(DuckDBAppender row) throws SQLException {
      row.append(requests);
      row.append(errors);
      row.append(clientErrors);
      row.append(unanswered);
      row.append(estimated);
      row.append(variance);
      row.append(aggregated);
      row.append(latencies);
    }
  }

  RequestCounts counts() {
    return requests == 0
        ? RequestCounts.NONE
        : new RequestCounts(
            requests,
            errors,
            clientErrors,
            unanswered,
            (double) errors / requests,
            millis(50),
            millis(95),
            millis(99),
            estimated,
            // A request kept with the chance 1/w stands for w, and adds w(w-1) to the variance.
            Math.sqrt(variance),
            aggregated);
  }

  private double millis(int percent) {
    return LatencyBuckets.nanos(latencies.rank(percent)) / NANOS_PER_MILLI;
  }

  void clear() {
    requests = 0;
    errors = 0;
    clientErrors = 0;
    unanswered = 0;
    estimated = 0;
    variance = 0;
    aggregated = 0;
    latencies.clear();
  }
}
