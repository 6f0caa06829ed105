package io.entente.simulator.apigee.proxy.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines and bodies; both are bounded. Blocks the calling thread. */
public final class WireInput {

  /** Bodies above this are refused, as the vendor's documented limit of a message says. */
  public static final int MOST_BODY = 10 * 1024 * 1024;

  private static final int MOST_LINE = 64 * 1024;
  private static final int MOST_HEADERS = 500;

  private final InputStream in;

  public WireInput(InputStream in) {
    this.in = new BufferedInputStream(in, 16 * 1024);
  }

  /** Whether another byte comes; waits for it. */
  public boolean more() throws IOException {
    in.mark(1);
    boolean more = in.read() >= 0;
    in.reset();
    return more;
  }

  /** A line without its end. */
  public String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("end of stream in a line");
      }
      if (line.size() == MOST_LINE) {
        throw new BadMessage(400, "a line is longer than " + MOST_LINE + " bytes");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Header lines up to the empty one. */
  public Headers headers() throws IOException {
    var headers = new Headers();
    int count = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      boolean named = colon > 0 && line.substring(0, colon).matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
      if (!named || ++count > MOST_HEADERS) {
        throw new BadMessage(400, "header line " + count + " is not one");
      }
      headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return headers;
  }

  public byte[] exactly(long length) throws IOException {
    if (length > MOST_BODY) {
      throw new BadMessage(413, "a body of " + length + " bytes is above " + MOST_BODY);
    }
    byte[] body = in.readNBytes((int) length);
    if (body.length < length) {
      throw new EOFException("body ended after " + body.length + " of " + length + " bytes");
    }
    return body;
  }

  /** Everything up to the end of the stream. */
  public byte[] rest() throws IOException {
    byte[] body = in.readNBytes(MOST_BODY + 1);
    if (body.length > MOST_BODY) {
      throw new BadMessage(413, "a body is above " + MOST_BODY + " bytes");
    }
    return body;
  }

  /** A chunked body put together; trailers are dropped. */
  public byte[] chunked() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      String size = line().split(";", 2)[0].strip();
      if (!size.matches("[0-9A-Fa-f]{1,8}")) {
        throw new BadMessage(400, "chunk size '" + size + "'");
      }
      long length = Long.parseLong(size, 16);
      if (body.size() + length > MOST_BODY) {
        throw new BadMessage(413, "a chunked body is above " + MOST_BODY + " bytes");
      }
      if (length == 0) {
        while (!line().isEmpty()) {
          // Trailers mean nothing here.
        }
        return body.toByteArray();
      }
      body.writeBytes(exactly(length));
      if (!line().isEmpty()) {
        throw new BadMessage(400, "a chunk is longer than it says");
      }
    }
  }
}
