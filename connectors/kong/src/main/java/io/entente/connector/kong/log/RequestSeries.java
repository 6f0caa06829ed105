package io.entente.connector.kong.log;

import java.util.Comparator;

/**
 * The labels of one counter of {@code kong_http_requests_total}; empty text where Kong writes none.
 *
 * @param route the route's name, or its id where it has none
 * @param code the answer's status
 * @param source {@code kong} or {@code service}
 */
public record RequestSeries(
    String service, String route, String code, String source, String consumer)
    implements Comparable<RequestSeries> {

  private static final Comparator<RequestSeries> ORDER =
      Comparator.comparing(RequestSeries::service)
          .thenComparing(RequestSeries::route)
          .thenComparing(RequestSeries::code)
          .thenComparing(RequestSeries::source)
          .thenComparing(RequestSeries::consumer);

  @Override
  public int compareTo(RequestSeries other) {
    return ORDER.compare(this, other);
  }
}
