package io.entente.engine.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an endpoint does to one attempt; each time is counted from the step before. */
public sealed interface Doing {

  /**
   * No connection comes about.
   *
   * @param refused when it is refused; empty when nothing ever comes back
   */
  record Unreachable(Optional<Duration> refused) implements Doing {}

  /**
   * There is a connection and no answer begins.
   *
   * @param connected after what time
   * @param ended after what further time it breaks; empty when it stays silent for ever
   * @param refusedStream whether it breaks by saying that the request was not begun
   */
  record Mute(Duration connected, Optional<Duration> ended, boolean refusedStream)
      implements Doing {}

  /**
   * An answer begins.
   *
   * @param connected after what time
   * @param head after what further time its status comes
   * @param gaps between its pieces; with the last piece it ends
   * @param breaks whether it breaks off there instead
   */
  record Answers(Duration connected, Duration head, int status, List<Duration> gaps, boolean breaks)
      implements Doing {
    public Answers {
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("status " + status + " is not in 200..599");
      }
      gaps = List.copyOf(gaps);
    }

    /** A whole answer at once after {@code head}, on a connection that is there. */
    public static Answers after(Duration head, int status) {
      return new Answers(Duration.ZERO, head, status, List.of(), false);
    }
  }
}
