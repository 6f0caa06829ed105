package io.entente.simulator.apigee.proxy.log;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bounded queue with a thread that empties it. A line that finds no room, or that cannot be
 * delivered after one new connection, is lost and counted. Any thread.
 */
final class SyslogSink implements AutoCloseable {

  private static final int MOST_WAITING = 10_000;
  private static final long PATIENCE_MILLIS = 200;

  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final SyslogConnection connection;
  private final Thread thread;
  private volatile boolean closed;

  SyslogSink(SyslogConnection connection) {
    this.connection = connection;
    this.thread = new Thread(this::deliver, "apigee-syslog");
    thread.setDaemon(true);
    thread.start();
  }

  void add(String line) {
    if (closed || !waiting.offer(line)) {
      lost.incrementAndGet();
    }
  }

  long lost() {
    return lost.get();
  }

  private void deliver() {
    try {
      while (!closed || !waiting.isEmpty()) {
        String line = waiting.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (line != null) {
          send(line);
        }
      }
    } catch (InterruptedException stopped) {
      lost.addAndGet(waiting.size());
    }
    connection.close();
  }

  private void send(String line) {
    try {
      connection.send(line);
    } catch (IOException undeliverable) {
      connection.close();
      lost.incrementAndGet();
    }
  }

  /** Sends what waits, for a second at most. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(1_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
    connection.close();
  }
}
