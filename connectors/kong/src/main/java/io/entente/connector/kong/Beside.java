package io.entente.connector.kong;

import io.entente.connector.spi.StepOutcome;
import io.entente.model.plan.StepResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/**
 * Runs the steps of a group on a few threads, the calling one among them. Once a step was not done
 * no other begins.
 */
final class Beside {

  private final IntFunction<StepResult> step;
  private final AtomicReferenceArray<StepOutcome> outcomes;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();

  private Beside(int steps, IntFunction<StepResult> step) {
    var none = new StepOutcome[steps];
    Arrays.fill(none, new StepOutcome.NotSent());
    this.outcomes = new AtomicReferenceArray<>(none);
    this.step = step;
  }

  /**
   * Returns when no step is under way any more. An interrupt is handed on to the steps under way.
   *
   * @param step runs the step at a position; must not throw
   */
  static List<StepOutcome> run(int steps, int threads, IntFunction<StepResult> step) {
    var group = new Beside(steps, step);
    var others = new ArrayList<Thread>();
    for (int i = 1; i < Math.min(threads, steps); i++) {
      var thread = new Thread(group::work, "kong-apply");
      thread.setDaemon(true);
      thread.start();
      others.add(thread);
    }
    group.work();
    group.await(others);
    var outcomes = new ArrayList<StepOutcome>();
    for (int i = 0; i < steps; i++) {
      outcomes.add(group.outcomes.get(i));
    }
    return List.copyOf(outcomes);
  }

  private void work() {
    while (!stopped.get() && !Thread.currentThread().isInterrupted()) {
      int position = next.getAndIncrement();
      if (position >= outcomes.length()) {
        return;
      }
      var result = step.apply(position);
      outcomes.set(position, new StepOutcome.Tried(result));
      if (!(result instanceof StepResult.Done)) {
        stopped.set(true);
      }
    }
  }

  private void await(List<Thread> others) {
    boolean interrupted = Thread.interrupted();
    for (Thread thread : others) {
      while (thread.isAlive()) {
        if (interrupted) {
          stopped.set(true);
          others.forEach(Thread::interrupt);
        }
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
