package io.entente.hub.ingest;

import io.entente.model.problem.ProblemException;
import io.netty.buffer.ByteBufInputStream;
import io.vertx.core.buffer.Buffer;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A body as it arrives, bounded by a limit and by the room there is. For one thread at a time. */
final class DeliveryBody {

  /** What is smaller is put together: a part takes some hundred bytes besides its own. */
  private static final int LARGE = 1024;

  private final long limit;
  private final Room.Share share;
  private final List<Buffer> parts = new ArrayList<>();
  private boolean gathering;
  private long size;

  /**
   * @param share what was announced of it at least; grows with it
   */
  DeliveryBody(long limit, Room.Share share) {
    this.limit = limit;
    this.share = share;
  }

  long size() {
    return size;
  }

  /**
   * Takes what came next.
   *
   * @throws ProblemException when it gets larger than is allowed, or than there is room for
   */
  void add(Buffer part) {
    long grown = size + part.length();
    if (grown > limit) {
      throw IngestProblems.tooLarge("more than " + limit + " bytes");
    }
    share.grow(grown);
    if (part.length() >= LARGE) {
      parts.add(part);
      gathering = false;
    } else if (gathering) {
      parts.get(parts.size() - 1).appendBuffer(part);
    } else {
      parts.add(part.copy());
      gathering = true;
    }
    size = grown;
  }

  /** What arrived, from its beginning. */
  InputStream open() {
    return new SequenceInputStream(
        Collections.enumeration(
            parts.stream().map(part -> new ByteBufInputStream(part.getByteBuf())).toList()));
  }
}
