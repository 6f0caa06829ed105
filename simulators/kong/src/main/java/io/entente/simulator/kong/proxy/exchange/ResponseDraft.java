package io.entente.simulator.kong.proxy.exchange;

import io.entente.simulator.kong.proxy.wire.Headers;

/** The answer while plugins work on it. Not safe for several threads. */
public final class ResponseDraft {

  /** Who made the answer. */
  public enum Source {
    /** The gateway or a plugin. */
    KONG,
    /** A service. */
    UPSTREAM
  }

  private int status;
  private Headers headers;
  private byte[] body;
  private Source source;

  public ResponseDraft(int status, Headers headers, byte[] body, Source source) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.source = source;
  }

  public int status() {
    return status;
  }

  public Headers headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  public Source source() {
    return source;
  }

  public void body(byte[] changed) {
    body = changed;
  }

  /** Replaces status and body, but not the headers, as an exit in the header phase does. */
  public void cutShort(int newStatus) {
    status = newStatus;
    body = new byte[0];
    headers.remove("Content-Length");
  }
}
