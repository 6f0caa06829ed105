package io.entente.engine;

import io.entente.policy.resolution.RouteTarget;
import java.util.Optional;

/**
 * One request on one route, and its response once there is one.
 *
 * @param route where it arrived
 * @param method upper case
 * @param path without query
 * @param requestHeaders as the client sent them
 * @param clientAddress of the client as the gateway sees it; empty when it has none
 * @param response what the upstream answered; empty before it has
 */
public record Exchange(
    RouteTarget route,
    String method,
    String path,
    Headers requestHeaders,
    Optional<String> clientAddress,
    Optional<Response> response) {

  /** An answer. */
  public record Response(int status, Headers headers) {

    public Response {
      if (status < 100 || status > 599) {
        throw new IllegalArgumentException("status " + status + " is not in 100..599");
      }
    }
  }

  /** The same exchange, answered. */
  public Exchange answered(Response answer) {
    return new Exchange(route, method, path, requestHeaders, clientAddress, Optional.of(answer));
  }
}
