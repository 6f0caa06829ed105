package io.entente.simulator.kong.proxy.wire;

/**
 * A request line and its headers.
 *
 * @param target exactly as sent, in wire text
 * @param size bytes of the whole head
 */
public record RequestHead(
    String method, String target, String version, Headers headers, long size) {

  public RequestHead {
    if (method.isEmpty() || target.isEmpty()) {
      throw new IllegalArgumentException("method '" + method + "', target '" + target + "'");
    }
  }

  /** The target without its query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The query without its question mark; a fragment is dropped as nginx drops it. */
  public String query() {
    int query = target.indexOf('?');
    if (query < 0) {
      return "";
    }
    String rest = target.substring(query + 1);
    int fragment = rest.indexOf('#');
    return fragment < 0 ? rest : rest.substring(0, fragment);
  }

  public boolean hasQuestionMark() {
    return target.indexOf('?') >= 0;
  }

  public boolean http11() {
    return version.equals("HTTP/1.1");
  }
}
