package io.entente.simulator.apigee.proxy.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where a target listens.
 *
 * @param path in front of what the request adds; without a slash at its end
 * @param query of the URL; empty when there is none
 */
public record TargetAddress(String host, int port, boolean tls, String path, String query) {

  /** Empty when the text is no URL of HTTP. */
  public static Optional<TargetAddress> parse(String url) {
    try {
      URI uri = new URI(url.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme();
      boolean tls = scheme.equalsIgnoreCase("https");
      if (!tls && !scheme.equalsIgnoreCase("http") || uri.getHost() == null) {
        return Optional.empty();
      }
      int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
      return Optional.of(
          new TargetAddress(
              uri.getHost(),
              port,
              tls,
              trimmed(uri.getRawPath()),
              uri.getRawQuery() == null ? "" : uri.getRawQuery()));
    } catch (URISyntaxException bad) {
      return Optional.empty();
    }
  }

  static String trimmed(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** As the Host header says it. */
  String authority() {
    return port == (tls ? 443 : 80) ? host : host + ":" + port;
  }

  String url(String pathAndQuery) {
    return (tls ? "https://" : "http://") + authority() + pathAndQuery;
  }
}
