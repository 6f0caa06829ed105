package io.entente.simulator.apigee.proxy.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;

/** A status line and its headers. */
public record ResponseHead(int status, String reason, Headers headers) {

  private static final Pattern LINE = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})(?: (.*))?");

  /** Reads the final one; interim answers are passed over. */
  public static ResponseHead read(WireInput in) throws IOException {
    while (true) {
      if (!in.more()) {
        throw new EOFException("no answer");
      }
      var line = LINE.matcher(in.line());
      if (!line.matches()) {
        throw new BadMessage(502, "status line");
      }
      int status = Integer.parseInt(line.group(1));
      String reason = line.group(2) == null ? "" : line.group(2);
      Headers headers = in.headers();
      if (status >= 200) {
        return new ResponseHead(status, reason, headers);
      }
    }
  }

  /** The body this head announces. */
  public byte[] body(WireInput in, boolean head) throws IOException {
    if (head || status == 204 || status == 304) {
      return new byte[0];
    }
    if (headers.has("Transfer-Encoding")) {
      return in.chunked();
    }
    String length = headers.first("Content-Length").orElse("");
    if (length.isEmpty()) {
      return in.rest();
    }
    if (!length.matches("[0-9]{1,15}")) {
      throw new BadMessage(502, "Content-Length '" + length + "'");
    }
    return in.exactly(Long.parseLong(length));
  }
}
