package io.entente.connector.spi.reading;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Runs jobs on a few threads and hands their results to the calling thread, through a bounded
 * queue: nothing is read ahead of a slow taker.
 */
public final class Fan {

  private Fan() {}

  /** A result, or the failure of a job that threw. */
  private sealed interface Outcome<T> {
    record Of<T>(T value) implements Outcome<T> {}

    record Broken<T>(Throwable cause) implements Outcome<T> {}

    record Skipped<T>() implements Outcome<T> {}
  }

  /**
   * Returns when every job has ended and {@code taker} has taken every result. As soon as {@code
   * taker} answers false, jobs that have not begun are left out.
   *
   * @param thread name of the threads
   * @param threads at most so many
   * @throws InterruptedException when the calling thread is interrupted; the jobs are then too
   * @throws ExecutionException when a job threw
   */
  public static <T> void out(
      String thread, List<? extends Callable<T>> jobs, int threads, Predicate<T> taker)
      throws InterruptedException, ExecutionException {
    if (jobs.isEmpty()) {
      return;
    }
    int width = Math.min(threads, jobs.size());
    ExecutorService workers =
        Executors.newFixedThreadPool(
            width,
            task -> {
              var worker = new Thread(task, thread);
              worker.setDaemon(true);
              return worker;
            });
    try {
      var results = new ArrayBlockingQueue<Outcome<T>>(width);
      var next = new AtomicInteger();
      var stopped = new AtomicBoolean();
      for (int i = 0; i < width; i++) {
        workers.execute(() -> work(jobs, next, stopped, results));
      }
      for (int taken = 0; taken < jobs.size(); taken++) {
        var outcome = results.take();
        if (outcome instanceof Outcome.Broken<T> broken) {
          throw new ExecutionException(broken.cause());
        }
        if (outcome instanceof Outcome.Of<T> result && !taker.test(result.value())) {
          stopped.set(true);
        }
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <T> void work(
      List<? extends Callable<T>> jobs,
      AtomicInteger next,
      AtomicBoolean stopped,
      ArrayBlockingQueue<Outcome<T>> results) {
    try {
      for (int job = next.getAndIncrement(); job < jobs.size(); job = next.getAndIncrement()) {
        results.put(stopped.get() ? new Outcome.Skipped<>() : run(jobs.get(job)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> Outcome<T> run(Callable<T> job) {
    try {
      return new Outcome.Of<>(job.call());
    } catch (Exception | Error e) {
      return new Outcome.Broken<>(e);
    }
  }
}
