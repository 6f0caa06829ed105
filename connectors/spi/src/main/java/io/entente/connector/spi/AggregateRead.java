package io.entente.connector.spi;

import io.entente.model.problem.Problem;
import java.util.List;

/** How a read of aggregates came out. */
public sealed interface AggregateRead {

  /**
   * All the vendor has for the time asked.
   *
   * @param buckets one for each group of dimensions and start; a bucket that is not there is one of
   *     which the vendor said nothing
   */
  record Complete(List<AggregateBucket> buckets) implements AggregateRead {
    public Complete {
      buckets = List.copyOf(buckets);
    }
  }

  /** The vendor has none here, and asking again changes nothing until somebody acts. */
  record Unavailable(Problem why) implements AggregateRead {}

  /** Nothing of it may be used, and nothing follows of what is missing. */
  record Failed(Problem why) implements AggregateRead {}
}
