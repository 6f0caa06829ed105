package io.entente.simulator.kong.proxy.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * The route that takes a request.
 *
 * @param service empty for a route without a service
 * @param upstreamPath path for the service, not yet escaped
 * @param prefix what was taken away, for X-Forwarded-Prefix
 * @param captures of a regular expression, by number and name
 */
public record RouteMatch(
    JsonNode route,
    Optional<JsonNode> service,
    String upstreamPath,
    Optional<String> prefix,
    Map<String, String> captures) {

  public RouteMatch {
    captures = Map.copyOf(captures);
  }
}
