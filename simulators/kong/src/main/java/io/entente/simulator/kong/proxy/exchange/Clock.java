package io.entente.simulator.kong.proxy.exchange;

import java.util.OptionalLong;

/** Times of one exchange in milliseconds. Not safe for several threads. */
public final class Clock {

  private final long startedAtMillis = System.currentTimeMillis();
  private final long started = System.nanoTime();
  private OptionalLong proxied = OptionalLong.empty();
  private OptionalLong answered = OptionalLong.empty();
  private OptionalLong ended = OptionalLong.empty();

  /** Wall clock. */
  public long startedAtMillis() {
    return startedAtMillis;
  }

  /** A try begins; the time of tries that failed counts for the gateway. */
  public void proxying() {
    proxied = OptionalLong.of(elapsed());
  }

  /** The head of an answer is there. */
  public void answered() {
    answered = OptionalLong.of(elapsed());
  }

  /** The answer is written. */
  public void ended() {
    ended = OptionalLong.of(elapsed());
  }

  /** Until the last try, or until the answer of the gateway itself. */
  public long kong() {
    return proxied.orElseGet(() -> answered.orElseGet(this::elapsed));
  }

  /** From the last try to the head of the answer; -1 when nothing was proxied. */
  public long upstream() {
    return proxied.isEmpty() ? -1 : answered.orElseGet(this::elapsed) - proxied.getAsLong();
  }

  /** From the head of the answer to its end. */
  public long receive() {
    return proxied.isEmpty() ? 0 : request() - answered.orElse(request());
  }

  public long request() {
    return ended.orElseGet(this::elapsed);
  }

  private long elapsed() {
    return (System.nanoTime() - started) / 1_000_000;
  }
}
