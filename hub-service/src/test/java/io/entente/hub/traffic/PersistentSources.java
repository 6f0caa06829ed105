package io.entente.hub.traffic;

import io.entente.connector.spi.TelemetrySink;
import io.entente.model.event.TrafficEvent;
import io.entente.model.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Gateways that deliver batches side by side, each batch again until it is acknowledged. No two
 * batches have an id in common.
 */
final class PersistentSources {

  private static final Duration BEFORE_NEXT = Duration.ofMillis(20);

  private final TelemetrySink sink;
  private final int batch;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private volatile boolean going = true;

  PersistentSources(TelemetrySink sink, int sources, int batch) {
    this.sink = sink;
    this.batch = batch;
    for (int i = 0; i < sources; i++) {
      threads.add(new Thread(this::deliver, "source-" + i));
    }
    threads.forEach(Thread::start);
  }

  /** Events so far of which the sink said that they are durable. */
  int acknowledged() {
    return acknowledged.get();
  }

  /** How often a batch was refused, by the code of the problem. */
  Map<String, Integer> refusals() {
    return new TreeMap<>(refusals);
  }

  /** Makes no more, and returns the events of all batches when all of them are acknowledged. */
  int finish() throws InterruptedException {
    going = false;
    for (Thread thread : threads) {
      thread.join(TimeUnit.MINUTES.toMillis(2));
      if (thread.isAlive()) {
        throw new IllegalStateException("a source was not heard: " + refusals());
      }
    }
    return made.get() * batch;
  }

  private void deliver() {
    while (going) {
      var events = events(made.getAndIncrement());
      while (!delivered(events)) {
        LockSupport.parkNanos(BEFORE_NEXT.toNanos());
      }
      acknowledged.addAndGet(batch);
    }
  }

  private boolean delivered(List<TrafficEvent> events) {
    try {
      sink.accept(events).toCompletableFuture().get(1, TimeUnit.MINUTES);
      return true;
    } catch (ExecutionException e) {
      refusals.merge(
          e.getCause() instanceof ProblemException problem
              ? problem.problems().get(0).code()
              : String.valueOf(e.getCause()),
          1,
          Integer::sum);
      return false;
    } catch (InterruptedException | TimeoutException e) {
      refusals.merge(e.toString(), 1, Integer::sum);
      return false;
    }
  }

  private List<TrafficEvent> events(int number) {
    List<TrafficEvent> events = new ArrayList<>(batch);
    for (int i = 0; i < batch; i++) {
      events.add(Events.event("b" + number + "-" + i, Instant.now(), 200, Duration.ofMillis(i)));
    }
    return events;
  }
}
