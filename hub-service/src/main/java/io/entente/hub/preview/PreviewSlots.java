package io.entente.hub.preview;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many previews may be worked on: two at a time, one of them for a caller; one more of each
 * caller and six of all wait their turn. Safe to share between threads.
 */
@Singleton
public final class PreviewSlots {

  private static final int RUNNING = 2;
  private static final int PRESENT = 8;
  private static final int PRESENT_OF_ONE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore running = new Semaphore(RUNNING, true);
  private final Map<String, Line> lines = new HashMap<>();
  private int present;

  private static final class Line {
    private final Semaphore turn = new Semaphore(1, true);
    private int present;
  }

  /**
   * Does the work when it is its turn. Blocks.
   *
   * @param who asks
   * @throws ProblemException PREVIEW_BUSY when too many wait, or the turn does not come in 5 s
   */
  <T> T run(String who, Supplier<T> work) {
    Line line = enter(who);
    try {
      return taking(line.turn, () -> taking(running, work));
    } finally {
      leave(who, line);
    }
  }

  private static <T> T taking(Semaphore turn, Supplier<T> work) {
    try {
      if (!turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private synchronized Line enter(String who) {
    Line line = lines.computeIfAbsent(who, name -> new Line());
    if (present == PRESENT || line.present == PRESENT_OF_ONE) {
      if (line.present == 0) {
        lines.remove(who);
      }
      throw busy();
    }
    present++;
    line.present++;
    return line;
  }

  private synchronized void leave(String who, Line line) {
    present--;
    line.present--;
    if (line.present == 0) {
      lines.remove(who);
    }
  }

  private static ProblemException busy() {
    return new ProblemException(
        Problem.user(
            "PREVIEW_BUSY",
            "Other previews are being worked on.",
            "request",
            "Ask again after the time that Retry-After says."));
  }
}
