package io.entente.hub.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read and ends with {@link BodyTooLargeException} beyond the limit. */
class CountedStream extends FilterInputStream {

  private final long limit;
  private long count;

  CountedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  long count() {
    return count;
  }

  /** Called after every read that brought something. */
  void check() throws IOException {
    if (count > limit) {
      throw new BodyTooLargeException("more than " + limit + " bytes");
    }
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count++;
      check();
    }
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (read > 0) {
      count += read;
      check();
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
