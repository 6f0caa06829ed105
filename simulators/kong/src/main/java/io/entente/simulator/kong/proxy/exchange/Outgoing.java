package io.entente.simulator.kong.proxy.exchange;

import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.RequestHead;
import java.util.Optional;

/** The request as plugins change it and as the service gets it. Not safe for several threads. */
public final class Outgoing {

  private String method;
  private String path = "";
  private String query;
  private final boolean questionMark;
  private final Headers headers;
  private byte[] body;
  private Optional<String> host = Optional.empty();

  Outgoing(RequestHead head, byte[] body) {
    this.method = head.method();
    this.query = head.query();
    this.questionMark = head.hasQuestionMark();
    this.headers = head.headers().copy();
    this.body = body;
  }

  public String method() {
    return method;
  }

  public void method(String changed) {
    method = changed;
  }

  public String path() {
    return path;
  }

  /** Sets the escaped path. */
  public void path(String changed) {
    path = changed;
  }

  public String query() {
    return query;
  }

  public void query(QueryString changed) {
    query = changed.encode();
  }

  /** Headers of the client with the changes plugins made; without those the gateway adds. */
  public Headers headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  public void body(byte[] changed) {
    body = changed;
    headers.set("Content-Length", String.valueOf(changed.length));
    headers.remove("Transfer-Encoding");
  }

  /** The Host a plugin set, which beats every other. */
  public Optional<String> host() {
    return host;
  }

  public void host(String changed) {
    host = Optional.of(changed);
  }

  /** Path and query. A bare question mark of the client stays. */
  public String target() {
    return query.isEmpty() && !questionMark ? path : path + "?" + query;
  }
}
