package io.entente.connector.kong.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads Kong's page of metrics for the counters of requests. What it does not know it passes over;
 * memory stays bounded whatever the page holds. Pure but for the stream.
 */
public final class KongMetricsReader {

  /** The only family that is read. */
  public static final String REQUESTS = "kong_http_requests_total";

  /** Most characters of the page. */
  static final long MAX_PAGE = 64L << 20;

  /** Most characters of one line; longer ones are passed over. */
  static final int MAX_LINE = 16 * 1024;

  /** Most counters; more than that no counter of requests has. */
  static final int MAX_SERIES = 100_000;

  private KongMetricsReader() {}

  /**
   * The counters of requests by their labels; empty when the plugin does not count them.
   *
   * @throws IOException when the page is beyond the limits, or what {@code page} throws
   */
  public static SortedMap<RequestSeries, Long> read(InputStream page) throws IOException {
    var counters = new TreeMap<RequestSeries, Long>();
    var reader = new BufferedReader(new InputStreamReader(page, StandardCharsets.UTF_8));
    var line = new StringBuilder();
    long read = 0;
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      if (++read > MAX_PAGE) {
        throw new IOException("the page of metrics is longer than " + MAX_PAGE);
      }
      if (c == '\n') {
        take(line, counters);
        line.setLength(0);
      } else if (line.length() <= MAX_LINE) {
        line.append((char) c);
      }
    }
    take(line, counters);
    return Collections.unmodifiableSortedMap(counters);
  }

  private static void take(StringBuilder line, SortedMap<RequestSeries, Long> counters)
      throws IOException {
    if (line.length() > MAX_LINE) {
      return;
    }
    Optional<MetricLine> sample = MetricLine.of(REQUESTS, line.toString());
    if (sample.isPresent()) {
      MetricLine found = sample.get();
      var series =
          new RequestSeries(
              found.label("service"),
              found.label("route"),
              found.label("code"),
              found.label("source"),
              found.label("consumer"));
      // Two workspaces may have a service and route of the same names.
      counters.merge(series, found.value(), Long::sum);
      if (counters.size() > MAX_SERIES) {
        throw new IOException("the page of metrics holds more than " + MAX_SERIES + " counters");
      }
    }
  }
}
