package io.entente.simulator.kong.proxy.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

/** Reads whole bodies into memory. */
public final class BodyReader {

  /** Bodies above this many bytes are refused, so that memory stays bounded. */
  public static final int LIMIT = 64 * 1024 * 1024;

  private BodyReader() {}

  public static byte[] exactly(WireInput in, long length) throws IOException {
    if (length > LIMIT) {
      throw new BadMessage("a body of " + length + " bytes is above " + LIMIT);
    }
    byte[] body = in.upTo(length);
    if (body.length < length) {
      throw new EOFException("body ended after " + body.length + " of " + length + " bytes");
    }
    return body;
  }

  /** A chunked body with its chunks put together; trailers are dropped. */
  public static byte[] chunked(WireInput in) throws IOException {
    var out = new ByteArrayOutputStream();
    chunked(in, out);
    return out.toByteArray();
  }

  /** Like {@link #chunked(WireInput)}, but what came before an error stays in {@code out}. */
  public static void chunked(WireInput in, ByteArrayOutputStream out) throws IOException {
    while (true) {
      String line = in.line();
      int extension = line.indexOf(';');
      String size = (extension < 0 ? line : line.substring(0, extension)).strip();
      if (!size.matches("[0-9A-Fa-f]{1,8}")) {
        throw new BadMessage("chunk size '" + size + "'");
      }
      long length = Long.parseLong(size, 16);
      if (length == 0) {
        while (!in.line().isEmpty()) {
          // Trailers have no meaning for the gateway.
        }
        return;
      }
      if (out.size() + length > LIMIT) {
        throw new BadMessage("a chunked body is above " + LIMIT + " bytes");
      }
      byte[] chunk = in.upTo(length);
      out.writeBytes(chunk);
      if (chunk.length < length) {
        throw new EOFException("a chunk ended early");
      }
      if (!in.line().isEmpty()) {
        throw new BadMessage("a chunk is longer than it says");
      }
    }
  }
}
