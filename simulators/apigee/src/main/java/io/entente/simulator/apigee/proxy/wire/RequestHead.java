package io.entente.simulator.apigee.proxy.wire;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request line and its headers.
 *
 * @param target path and query exactly as sent
 */
public record RequestHead(String method, String target, String version, Headers headers) {

  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) HTTP/(1\\.[01])");
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]*(.*)");

  /** Reads it and refuses what cannot be told apart safely. */
  public static RequestHead read(WireInput in) throws IOException {
    String line = in.line();
    var words = LINE.matcher(line);
    if (!words.matches()) {
      throw new BadMessage(400, "request line of " + line.length() + " characters");
    }
    Headers headers = in.headers();
    String target = words.group(2);
    var absolute = ABSOLUTE.matcher(target);
    if (absolute.matches()) {
      target = absolute.group(1).startsWith("/") ? absolute.group(1) : "/" + absolute.group(1);
    }
    List<String> lengths = headers.lines("Content-Length");
    boolean chunked = headers.has("Transfer-Encoding");
    if (!target.startsWith("/") && !target.equals("*")
        || headers.lines("Host").size() > 1
        || lengths.size() > 1
        || chunked && !lengths.isEmpty()
        || !lengths.isEmpty() && !lengths.get(0).matches("[0-9]{1,15}")
        || chunked && !headers.lines("Transfer-Encoding").equals(List.of("chunked"))) {
      throw new BadMessage(400, "target, Host or body length");
    }
    return new RequestHead(words.group(1), target, words.group(3), headers);
  }

  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Without its question mark; empty when there is none. */
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** Whether the sender wants the connection kept. */
  public boolean keepAlive() {
    List<String> connection = headers.values("Connection");
    return version.equals("1.1")
        ? connection.stream().noneMatch("close"::equalsIgnoreCase)
        : connection.stream().anyMatch("keep-alive"::equalsIgnoreCase);
  }

  public boolean expectsContinue() {
    return headers.first("Expect").map("100-continue"::equalsIgnoreCase).orElse(false);
  }

  /** The body this head announces. */
  public byte[] body(WireInput in) throws IOException {
    if (headers.has("Transfer-Encoding")) {
      return in.chunked();
    }
    return in.exactly(headers.first("Content-Length").map(Long::parseLong).orElse(0L));
  }
}
