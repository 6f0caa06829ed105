package io.entente.simulator.apigee.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads bodies of at most 32 MiB, on the wire and unpacked. */
final class RequestBody {

  static final int LIMIT = 32 * 1024 * 1024;

  private RequestBody() {}

  /**
   * The bytes; empty when there are too many.
   *
   * @throws IOException when the connection or the compression is broken
   */
  static Optional<byte[]> read(InputStream in, boolean isGzip) throws IOException {
    byte[] raw = in.readNBytes(LIMIT + 1);
    if (raw.length > LIMIT) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return Optional.empty();
    }
    if (!isGzip) {
      return Optional.of(raw);
    }
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      byte[] bytes = unpacked.readNBytes(LIMIT + 1);
      return bytes.length > LIMIT ? Optional.empty() : Optional.of(bytes);
    }
  }
}
