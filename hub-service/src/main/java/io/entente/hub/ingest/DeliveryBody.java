package io.entente.hub.ingest;

import io.entente.model.problem.ProblemException;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A body as it arrives, bounded by a limit and by the room there is. For one thread at a time. */
final class DeliveryBody {

  private static final int FIRST = 4096;

  private final long limit;
  private final Room.Share share;
  private byte[] bytes;
  private int size;

  /**
   * @param announced its length, where the request says; below the limit
   * @param share grows with it
   */
  DeliveryBody(long limit, Optional<Long> announced, Room.Share share) {
    this.limit = limit;
    this.share = share;
    this.bytes = new byte[announced.map(Math::toIntExact).orElse(FIRST)];
  }

  int size() {
    return size;
  }

  /**
   * Takes what came next.
   *
   * @throws ProblemException when it gets larger than is allowed, or than there is room for
   */
  void add(Buffer part) {
    long grown = (long) size + part.length();
    if (grown > limit) {
      throw IngestProblems.tooLarge("more than " + limit + " bytes");
    }
    if (grown > bytes.length) {
      share.grow(grown);
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(grown, 2L * bytes.length)));
    }
    part.getBytes(bytes, size);
    size = (int) grown;
  }

  /** What arrived, from its beginning. */
  InputStream open() {
    return new ByteArrayInputStream(bytes, 0, size);
  }
}
