package io.entente.connector.apigee;

import io.entente.model.tree.SecretRef;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One environment of an organisation and how gently to treat it.
 *
 * @param organization its name
 * @param environment its name
 * @param endpoint of the management API: global, regional or private; https unless on this machine
 * @param credential where a Google credential is stored as JSON; none means the metadata server
 * @param timeout longest wait for one answer, up to 10 minutes
 * @param requestsPerSecond most requests begun in a second, for the whole organisation
 * @param settings handed on in the gateway's profile
 */
public record ApigeeConfig(
    String organization,
    String environment,
    URI endpoint,
    Optional<SecretRef> credential,
    Duration timeout,
    double requestsPerSecond,
    SortedMap<String, String> settings) {

  /** Where Apigee answers unless the organisation keeps its data in a region. */
  public static final URI GLOBAL = URI.create("https://apigee.googleapis.com");

  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}");
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  public ApigeeConfig {
    requireName("organization", organization);
    requireName("environment", environment);
    requireEndpoint(endpoint);
    endpoint = URI.create(endpoint.toString().replaceAll("/+$", ""));
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("timeout " + timeout + " is not within 0 to " + LONGEST);
    }
    if (!(requestsPerSecond > 0) || Double.isInfinite(requestsPerSecond)) {
      throw new IllegalArgumentException(
          "requestsPerSecond " + requestsPerSecond + " is not a positive number");
    }
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** The usual bounds: 60 s, 20 requests a second, the global endpoint. */
  public static ApigeeConfig of(
      String organization, String environment, Optional<SecretRef> credential) {
    return new ApigeeConfig(
        organization, environment, GLOBAL, credential, Duration.ofSeconds(60), 20, new TreeMap<>());
  }

  private static void requireName(String field, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          field + " '" + name + "' is not 1 to 255 of letters, digits, '.', '_', '-'");
    }
  }

  private static void requireEndpoint(URI uri) {
    if (uri.getHost() == null || uri.getScheme() == null) {
      throw new IllegalArgumentException("endpoint is not an address with scheme and host");
    }
    if (uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getFragment() != null
        || !uri.getPath().replace("/", "").isEmpty()) {
      throw new IllegalArgumentException(
          "endpoint of host " + uri.getHost() + " holds user info, a path, a query or a fragment");
    }
    boolean secure = "https".equals(uri.getScheme());
    boolean loopback = "http".equals(uri.getScheme()) && HERE.contains(uri.getHost());
    if (!secure && !loopback) {
      throw new IllegalArgumentException(
          "endpoint of host " + uri.getHost() + " is not https: a token would go out in the clear");
    }
  }
}
