package io.entente.connector.apigee;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Takes in at most so many bytes. */
final class LimitedBytes {

  private LimitedBytes() {}

  /** Empty when there are more than {@code limit}. */
  static Optional<byte[]> read(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit);
    return bytes.length == limit && in.read() >= 0 ? Optional.empty() : Optional.of(bytes);
  }
}
