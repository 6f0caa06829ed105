package io.entente.simulator.kong.proxy.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bounded queue of one worker for one endpoint. When it is full the oldest entry is lost;
 * clients never wait. One thread of its own sends; {@link #add} is for any thread.
 */
final class LogQueue implements AutoCloseable {

  private static final Duration RETIRE_AFTER = Duration.ofSeconds(30);

  private final QueueSettings settings;
  private final LogSink sink;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Thread sender;
  private long last;
  private long lost;
  private boolean closed;

  private record Entry(long number, String json) {}

  LogQueue(QueueSettings settings, LogSink sink, String name) {
    this.settings = settings;
    this.sink = sink;
    this.sender = new Thread(this::run, name);
    sender.setDaemon(true);
    sender.start();
  }

  /** False when the queue has retired: it had nothing to do for long. */
  boolean add(String json) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      if (entries.size() >= settings.maxEntries()) {
        entries.removeFirst();
        lost++;
      }
      entries.addLast(new Entry(++last, json));
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Entries lost so far, for lack of room or because the endpoint stayed away. */
  long lost() {
    lock.lock();
    try {
      return lost;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    sender.interrupt();
  }

  private void run() {
    try {
      while (true) {
        List<Entry> batch = nextBatch();
        if (batch.isEmpty()) {
          return;
        }
        boolean delivered = deliver(payload(batch));
        lock.lock();
        try {
          long end = batch.get(batch.size() - 1).number();
          while (!entries.isEmpty() && entries.getFirst().number() <= end) {
            entries.removeFirst();
            lost += delivered ? 0 : 1;
          }
        } finally {
          lock.unlock();
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for an entry, then for a full batch or the end of the coalescing delay. */
  private List<Entry> nextBatch() throws InterruptedException {
    lock.lock();
    try {
      long idle = RETIRE_AFTER.toNanos();
      while (entries.isEmpty() && !closed) {
        idle = changed.awaitNanos(idle);
        closed |= entries.isEmpty() && idle <= 0;
      }
      long wait = settings.maxCoalescingDelay().toNanos();
      while (entries.size() < settings.maxBatchSize() && wait > 0 && !closed) {
        wait = changed.awaitNanos(wait);
      }
      var batch = new ArrayList<Entry>();
      for (Entry entry : entries) {
        if (batch.size() < settings.maxBatchSize()) {
          batch.add(entry);
        }
      }
      return closed ? List.of() : batch;
    } finally {
      lock.unlock();
    }
  }

  // A batch of a queue that may batch is always an array, even of one entry.
  private String payload(List<Entry> batch) {
    return settings.maxBatchSize() == 1
        ? batch.get(0).json()
        : "[" + String.join(",", batch.stream().map(Entry::json).toList()) + "]";
  }

  private boolean deliver(String payload) throws InterruptedException {
    long start = System.nanoTime();
    Duration delay = settings.initialRetryDelay();
    while (!sink.send(payload)) {
      if (System.nanoTime() - start > settings.maxRetryTime().toNanos()) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(delay.toNanos());
      Duration twice = delay.multipliedBy(2);
      delay = twice.compareTo(settings.maxRetryDelay()) < 0 ? twice : settings.maxRetryDelay();
    }
    return true;
  }
}
