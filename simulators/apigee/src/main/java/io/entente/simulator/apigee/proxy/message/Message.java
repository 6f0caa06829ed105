package io.entente.simulator.apigee.proxy.message;

import io.entente.simulator.apigee.proxy.wire.Headers;
import java.nio.charset.StandardCharsets;

/** A request or a response. Belongs to one thread at a time. */
public final class Message {

  private final boolean request;
  private String verb = "GET";
  private String path = "/";
  private boolean pathAssigned;
  private String version = "1.1";
  private QueryString query = new QueryString();
  private int status = 200;
  private String reason = "";
  private Headers headers = new Headers();
  private byte[] content = new byte[0];

  private Message(boolean request) {
    this.request = request;
  }

  public static Message request() {
    return new Message(true);
  }

  public static Message response(int status) {
    return new Message(false).status(status);
  }

  public Message copy() {
    var copy = new Message(request);
    copy.verb = verb;
    copy.path = path;
    copy.pathAssigned = pathAssigned;
    copy.version = version;
    copy.query = query.copy();
    copy.status = status;
    copy.reason = reason;
    copy.headers = headers.copy();
    copy.content = content;
    return copy;
  }

  public boolean isRequest() {
    return request;
  }

  public String verb() {
    return verb;
  }

  public Message verb(String value) {
    verb = value;
    return this;
  }

  public String path() {
    return path;
  }

  public Message path(String value) {
    path = value;
    return this;
  }

  /** Whether a policy chose the path, so that the target gets it unchanged. */
  public boolean pathAssigned() {
    return pathAssigned;
  }

  public Message assignPath(String value) {
    pathAssigned = true;
    return path(value);
  }

  public String version() {
    return version;
  }

  public Message version(String value) {
    version = value;
    return this;
  }

  public QueryString query() {
    return query;
  }

  public Message query(QueryString value) {
    query = value;
    return this;
  }

  /** Path and query. */
  public String uri() {
    String text = query.toString();
    return text.isEmpty() ? path : path + "?" + text;
  }

  public int status() {
    return status;
  }

  public Message status(int value) {
    status = value;
    return this;
  }

  public String reason() {
    return reason;
  }

  public Message reason(String value) {
    reason = value;
    return this;
  }

  public Headers headers() {
    return headers;
  }

  public Message headers(Headers value) {
    headers = value;
    return this;
  }

  public byte[] content() {
    return content;
  }

  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** A length that was announced follows. */
  public Message content(byte[] value) {
    content = value;
    if (headers.has("Content-Length")) {
      headers.set("Content-Length", String.valueOf(value.length));
    }
    return this;
  }

  public Message content(String value) {
    return content(value.getBytes(StandardCharsets.UTF_8));
  }
}
