package io.entente.hub.ingest;

import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** What gzip unpacks from {@code packed}, bounded in size and in how much it grows. */
final class InflatedStream extends CountedStream {

  private static final long EXEMPT = 1 << 20;

  private final CountedStream packed;
  private final int maxRatio;

  InflatedStream(CountedStream packed, long limit, int maxRatio) throws IOException {
    super(new GZIPInputStream(packed, 8192), limit);
    this.packed = packed;
    this.maxRatio = maxRatio;
  }

  @Override
  void check() throws IOException {
    super.check();
    if (count() > EXEMPT && count() > packed.count() * maxRatio) {
      throw new BodyTooLargeException("more than " + maxRatio + " times its packed size");
    }
  }
}
