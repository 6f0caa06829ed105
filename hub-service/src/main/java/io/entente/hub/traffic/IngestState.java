package io.entente.hub.traffic;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What the reading thread is at; written by it, read by health checks and metrics. */
public final class IngestState {

  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong duplicates = new AtomicLong();
  private final AtomicLong poison = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private final AtomicLong lag = new AtomicLong();
  private volatile boolean rereading;
  private volatile Optional<String> failure = Optional.of("reading has not begun");

  /** Rows stored since start: an event is one, and so is a bucket of latency of counts. */
  public long stored() {
    return stored.get();
  }

  /** Rows left out since start because the store held them. */
  public long duplicates() {
    return duplicates.get();
  }

  /** Records skipped since start because they can never become an event. */
  public long poison() {
    return poison.get();
  }

  /** Records that Kafka had dropped before they were read. */
  public long missed() {
    return missed.get();
  }

  /** Records on Kafka that were not read yet. */
  public long lag() {
    return lag.get();
  }

  /** Why reading stands still, if it does. */
  public Optional<String> failure() {
    return failure;
  }

  /** Whether it reads again what it once had; questions see less until it is done. */
  public boolean rereading() {
    return rereading;
  }

  void rereads() {
    rereading = true;
  }

  void wrote(int fresh, int known) {
    stored.addAndGet(fresh);
    duplicates.addAndGet(known);
  }

  void skippedPoison() {
    poison.incrementAndGet();
  }

  void missed(long records) {
    missed.addAndGet(records);
  }

  /** Records that were read and are being stored are still behind. */
  void reading(long records) {
    lag.accumulateAndGet(records, Math::max);
  }

  void running(long recordsBehind) {
    lag.set(recordsBehind);
    rereading = rereading && recordsBehind > 0;
    failure = Optional.empty();
  }

  void failing(String why) {
    failure = Optional.of(why);
  }
}
