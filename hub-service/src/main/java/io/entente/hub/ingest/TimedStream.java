package io.entente.hub.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Ends with {@link BodyTooSlowException} when reading all of it takes longer than allowed. */
final class TimedStream extends FilterInputStream {

  private final Duration most;
  private final LongSupplier nanos;
  private final long began;

  TimedStream(InputStream in, Duration most, LongSupplier nanos) {
    super(in);
    this.most = most;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    check();
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    check();
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws IOException {
    if (nanos.getAsLong() - began > most.toNanos()) {
      throw new BodyTooSlowException("longer than " + most);
    }
  }
}
