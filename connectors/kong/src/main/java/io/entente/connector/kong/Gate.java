package io.entente.connector.kong;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets calls to one gateway through as {@link Pressure} allows. Safe between threads. */
final class Gate {

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final Pressure pressure;

  Gate(int maxParallel, double maxRequestsPerSecond) {
    this.pressure = new Pressure(maxParallel, maxRequestsPerSecond, System.nanoTime());
  }

  /** Waits for a place; answers when the call began, in nanoseconds. */
  long enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        long now = System.nanoTime();
        long wait = pressure.enter(now);
        if (wait == 0) {
          return now;
        }
        if (wait == Pressure.FULL) {
          changed.await();
        } else {
          changed.await(wait, TimeUnit.NANOSECONDS);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  void succeeded() {
    change(pressure::succeeded);
  }

  void ended() {
    change(pressure::ended);
  }

  void pushedBack(long begunAt, Duration wait) {
    change(() -> pressure.pushedBack(begunAt, System.nanoTime(), wait.toNanos()));
  }

  private void change(Runnable note) {
    lock.lock();
    try {
      note.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
