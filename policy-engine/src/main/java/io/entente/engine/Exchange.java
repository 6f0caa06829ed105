package io.entente.engine;

import io.entente.policy.resolution.RouteTarget;
import java.util.Optional;

/**
 * One request on one route, and its response once there is one.
 *
 * @param route where it arrived
 * @param method upper case
 * @param path without query
 * @param query what follows the path, without the question mark; empty where there is none
 * @param requestHeaders as the client sent them, and the id that {@link PolicyEngine#identify} gave
 * @param requestBytes how long the body of the request is
 * @param requestBody the body itself, where it was kept; only rules about bodies ask for it
 * @param certificate that the client showed when the connection was made, and held the key of;
 *     empty where it showed none
 * @param clientAddress of the client as the gateway sees it; empty when it has none
 * @param response what the upstream answered; empty before it has
 */
public record Exchange(
    RouteTarget route,
    String method,
    String path,
    String query,
    Headers requestHeaders,
    long requestBytes,
    Optional<Payload> requestBody,
    Optional<ClientCertificate> certificate,
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

  public Exchange {
    if (requestBytes < 0) {
      throw new IllegalArgumentException("requestBytes " + requestBytes + " is < 0");
    }
    if (requestBody.isPresent() && requestBody.get().size() != requestBytes) {
      throw new IllegalArgumentException(
          "requestBytes " + requestBytes + " is not that of " + requestBody.get());
    }
  }

  /** Of a request whose body was not kept. */
  public Exchange(
      RouteTarget route,
      String method,
      String path,
      String query,
      Headers requestHeaders,
      long requestBytes,
      Optional<String> clientAddress,
      Optional<Response> response) {
    this(
        route,
        method,
        path,
        query,
        requestHeaders,
        requestBytes,
        Optional.empty(),
        Optional.empty(),
        clientAddress,
        response);
  }

  /** Of a request without a query. */
  public Exchange(
      RouteTarget route,
      String method,
      String path,
      Headers requestHeaders,
      long requestBytes,
      Optional<String> clientAddress,
      Optional<Response> response) {
    this(route, method, path, "", requestHeaders, requestBytes, clientAddress, response);
  }

  /** Of a request without query and body. */
  public Exchange(
      RouteTarget route,
      String method,
      String path,
      Headers requestHeaders,
      Optional<String> clientAddress,
      Optional<Response> response) {
    this(route, method, path, requestHeaders, 0, clientAddress, response);
  }

  /** The same exchange with other headers of the request. */
  Exchange with(Headers headers) {
    return new Exchange(
        route,
        method,
        path,
        query,
        headers,
        requestBytes,
        requestBody,
        certificate,
        clientAddress,
        response);
  }

  /** The same exchange with another query. */
  public Exchange withQuery(String other) {
    return new Exchange(
        route,
        method,
        path,
        other,
        requestHeaders,
        requestBytes,
        requestBody,
        certificate,
        clientAddress,
        response);
  }

  /** The same exchange with a body of the request. */
  public Exchange withBody(Payload body) {
    return new Exchange(
        route,
        method,
        path,
        query,
        requestHeaders,
        body.size(),
        Optional.of(body),
        certificate,
        clientAddress,
        response);
  }

  /** The same exchange on a connection on which the client showed a certificate. */
  public Exchange withCertificate(ClientCertificate shown) {
    return new Exchange(
        route,
        method,
        path,
        query,
        requestHeaders,
        requestBytes,
        requestBody,
        Optional.of(shown),
        clientAddress,
        response);
  }

  /** The same exchange, answered. */
  public Exchange answered(Response answer) {
    return new Exchange(
        route,
        method,
        path,
        query,
        requestHeaders,
        requestBytes,
        requestBody,
        certificate,
        clientAddress,
        Optional.of(answer));
  }
}
