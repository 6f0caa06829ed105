package io.entente.connector.kong;

import io.entente.model.tree.SecretRef;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where one Kong is and how gently to treat it.
 *
 * @param admin base address of its Admin API, without credentials
 * @param status base address of its Status API, where it has one
 * @param nodes how many data planes share the traffic, as the operator says
 * @param timeout longest wait for one answer, up to 10 minutes
 * @param maxParallel most requests under way at once, 1 to 64
 * @param maxRequestsPerSecond most requests begun in a second
 * @param credential where the header for a protected Admin API can be had, if it needs one
 * @param settings handed on in the gateway's profile; {@value #FOREIGN_CONTROLLERS} = {@code allow}
 *     lets us write to a document that another controller owns
 */
public record KongConfig(
    URI admin,
    Optional<URI> status,
    int nodes,
    Duration timeout,
    int maxParallel,
    double maxRequestsPerSecond,
    Optional<SecretRef> credential,
    SortedMap<String, String> settings) {

  /** Setting that says what to do where another controller owns the document. */
  public static final String FOREIGN_CONTROLLERS = "foreign-controllers";

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_PARALLEL = 64;

  public KongConfig {
    requireBase("admin", admin);
    status.ifPresent(uri -> requireBase("status", uri));
    if (nodes < 1) {
      throw new IllegalArgumentException("nodes " + nodes + " is < 1");
    }
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("timeout " + timeout + " is not within 0 to " + LONGEST);
    }
    if (maxParallel < 1 || maxParallel > MOST_PARALLEL) {
      throw new IllegalArgumentException(
          "maxParallel " + maxParallel + " is not within 1 to " + MOST_PARALLEL);
    }
    if (!(maxRequestsPerSecond > 0) || Double.isInfinite(maxRequestsPerSecond)) {
      throw new IllegalArgumentException(
          "maxRequestsPerSecond " + maxRequestsPerSecond + " is not a positive number");
    }
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** An Admin API that asks for no credential. */
  public KongConfig(
      URI admin,
      Optional<URI> status,
      int nodes,
      Duration timeout,
      int maxParallel,
      double maxRequestsPerSecond,
      SortedMap<String, String> settings) {
    this(
        admin,
        status,
        nodes,
        timeout,
        maxParallel,
        maxRequestsPerSecond,
        Optional.empty(),
        settings);
  }

  /** The usual bounds: one node, 30 s, 8 requests at once, 200 a second. */
  public static KongConfig at(URI admin) {
    return new KongConfig(
        admin, Optional.empty(), 1, Duration.ofSeconds(30), 8, 200, new TreeMap<>());
  }

  private static void requireBase(String name, URI uri) {
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new IllegalArgumentException(name + " is not an http or https address with a host");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException(
          name + " of host " + uri.getHost() + " holds user info, a query or a fragment");
    }
  }
}
