package io.entente.hub.ingest;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts what comes over one connection into lines. A line that is longer than may be is passed over
 * to its end, so that it takes no memory and the next one is whole again. For one thread.
 */
final class LineSplitter {

  private final int longest;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream(1024);
  private boolean passing;

  LineSplitter(int longest) {
    this.longest = longest;
  }

  /**
   * The lines that {@code bytes} ends.
   *
   * @param tooLong how many lines became longer than may be
   */
  record Cut(List<byte[]> lines, int tooLong) {}

  Cut feed(Buffer bytes) {
    var lines = new ArrayList<byte[]>();
    int tooLong = 0;
    int start = 0;
    for (int at = 0; at < bytes.length(); at++) {
      if (bytes.getByte(at) == '\n') {
        tooLong += keep(bytes, start, at);
        if (!passing) {
          finish().ifPresent(lines::add);
        }
        passing = false;
        start = at + 1;
      }
    }
    tooLong += keep(bytes, start, bytes.length());
    return new Cut(lines, tooLong);
  }

  /** What came without an end; empty when the last line was whole. */
  Optional<byte[]> rest() {
    return finish();
  }

  /** Whether a line has begun that has no end yet. */
  boolean within() {
    return passing || open.size() > 0;
  }

  /** 1 when the line at hand became too long by this. */
  private int keep(Buffer bytes, int from, int to) {
    if (passing) {
      return 0;
    }
    if (open.size() + to - from > longest) {
      open.reset();
      passing = true;
      return 1;
    }
    open.writeBytes(bytes.getBytes(from, to));
    return 0;
  }

  private Optional<byte[]> finish() {
    byte[] line = open.toByteArray();
    open.reset();
    int length = line.length;
    while (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return length == 0
        ? Optional.empty()
        : Optional.of(length == line.length ? line : java.util.Arrays.copyOf(line, length));
  }
}
