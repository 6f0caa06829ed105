package io.entente.hub.ingest;

import io.entente.connector.apigee.log.Refusal;
import io.entente.hub.ingest.SyslogCounts.Closing;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * One connection. One batch of its lines is made durable at a time; a bounded number waits for its
 * turn, and beyond that nothing is read, so that a sender is held back by TCP while Kafka or the
 * database does not keep up. All of it runs on the connection's own event loop, but for reading
 * lines.
 */
final class SyslogConnection {

  private static final Logger LOG = Logger.getLogger(SyslogConnection.class);

  /** Bytes that wait for their turn from which on nothing more is read. */
  private static final int MOST_WAITING = 128 * 1024;

  private final Vertx vertx;
  private final Context context;
  private final NetSocket socket;
  private final SyslogConfig config;
  private final WorkerExecutor workers;
  private final SyslogLines lines;
  private final SyslogCounts counts;
  private final LineSplitter splitter;
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private volatile boolean stopped;
  private List<byte[]> waiting = new ArrayList<>();
  private int waitingBytes;
  private boolean paused;
  private boolean busy;
  private boolean ended;
  private boolean closing;
  private boolean known;
  private int refused;

  SyslogConnection(
      Vertx vertx,
      NetSocket socket,
      SyslogConfig config,
      WorkerExecutor workers,
      SyslogLines lines,
      SyslogCounts counts) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.socket = socket;
    this.config = config;
    this.workers = workers;
    this.lines = lines;
    this.counts = counts;
    this.splitter = new LineSplitter(config.maxLine());
  }

  void open() {
    socket.handler(this::take);
    socket.endHandler(end -> last());
    socket.exceptionHandler(e -> LOG.debugf("a syslog connection broke: %s", e.getMessage()));
    firstLineIsDue();
  }

  /** Closes; from now on what cannot be kept is given up. Like {@link #over}. */
  CompletableFuture<Void> stop() {
    stopped = true;
    context.runOnContext(now -> socket.close());
    return over;
  }

  /** Completes when the connection is closed and what was read of it durable, or given up. */
  CompletableFuture<Void> over() {
    return over;
  }

  private void firstLineIsDue() {
    vertx.setTimer(
        config.firstLine().toMillis(),
        timer -> {
          if (known || ended) {
            return;
          }
          if (busy) {
            firstLineIsDue();
          } else {
            close(Closing.NO_LINE_IN_TIME);
          }
        });
  }

  private void take(Buffer bytes) {
    if (closing) {
      return;
    }
    LineSplitter.Cut cut = splitter.feed(bytes);
    if (cut.tooLong() > 0) {
      counts.unattributed(Refusal.LINE_TOO_LONG, cut.tooLong());
      refused += cut.tooLong();
    }
    if (cut.lines().isEmpty()) {
      closeWhereRefused();
      return;
    }
    for (byte[] line : cut.lines()) {
      waiting.add(line);
      waitingBytes += line.length;
    }
    if (!busy) {
      keepWaiting();
    } else if (waitingBytes >= MOST_WAITING && !paused) {
      paused = true;
      socket.pause();
    }
  }

  private void keepWaiting() {
    busy = true;
    List<byte[]> batch = waiting;
    waiting = new ArrayList<>();
    waitingBytes = 0;
    keep(batch);
    if (paused) {
      paused = false;
      socket.resume();
    }
  }

  private void last() {
    ended = true;
    if (!busy) {
      finish();
    }
  }

  /** Everything whole is kept; what is left may lack its end. */
  private void finish() {
    if (splitter.within()) {
      splitter.rest().ifPresentOrElse(this::keepWhole, this::cutOff);
    } else {
      over.complete(null);
    }
  }

  /** Apigee ends every line, so one that is whole but for its end is a rare guest; still taken. */
  private void keepWhole(byte[] line) {
    workers
        .executeBlocking(() -> lines.read(List.of(line)), false)
        .onComplete(
            read -> {
              if (read.succeeded() && read.result().events().isEmpty()) {
                cutOff();
              } else {
                keep(List.of(line));
              }
            });
  }

  private void cutOff() {
    counts.cutOff();
    over.complete(null);
  }

  private void keep(List<byte[]> batch) {
    workers
        .executeBlocking(() -> lines.read(batch), false)
        .onSuccess(read -> keep(batch, read))
        .onFailure(e -> later(batch, e));
  }

  private void keep(List<byte[]> batch, SyslogLines.Read read) {
    lines
        .keep(read)
        .whenComplete(
            (done, failure) ->
                context.runOnContext(
                    now -> {
                      if (failure == null) {
                        kept(read);
                      } else {
                        later(batch, failure);
                      }
                    }));
  }

  private void kept(SyslogLines.Read read) {
    known |= !read.events().isEmpty();
    refused = read.events().isEmpty() ? refused + read.refused() : read.refused();
    busy = false;
    closeWhereRefused();
    if (!waiting.isEmpty()) {
      keepWaiting();
    } else if (ended) {
      finish();
    }
  }

  private void later(List<byte[]> batch, Throwable why) {
    if (stopped) {
      int lost = batch.size() + waiting.size();
      counts.abandoned(lost);
      LOG.errorf("%d log lines were not kept before the hub stopped", lost);
      over.complete(null);
      return;
    }
    counts.retried();
    LOG.debugf("%d log lines are tried again: %s", batch.size(), why.getMessage());
    vertx.setTimer(config.retryAfter().toMillis(), timer -> keep(batch));
  }

  private void closeWhereRefused() {
    if (refused >= config.maxRefused() && !closing && !ended) {
      close(Closing.TOO_MANY_REFUSED);
    }
  }

  private void close(Closing why) {
    closing = true;
    counts.closed(why);
    socket.close();
  }
}
