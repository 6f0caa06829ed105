package io.entente.hub.ingest;

import io.entente.connector.apigee.log.LogSenders;
import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.ingest.SyslogCounts.Closing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Where gateways that write their logs to a syslog server connect. A port that is taken does not
 * stop the hub: it is tried again, and health says so.
 */
@ApplicationScoped
public class SyslogListener {

  private static final Logger LOG = Logger.getLogger(SyslogListener.class);
  private static final int WORKERS = 4;

  /** Before connectors are opened, which are told of the port, and before the publisher closes. */
  private static final int FIRST = 100;

  private static final long RETRY_MILLIS = 5_000;
  private static final long LAST_LINES_SECONDS = 20;

  private final Vertx vertx;
  private final SyslogConfig config;
  private final SyslogAddress address;
  private final SyslogCounts counts;
  private final SyslogLines lines;
  private final Set<SyslogConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile Optional<NetServer> server = Optional.empty();
  private volatile Optional<WorkerExecutor> workers = Optional.empty();
  private volatile Optional<String> failure = Optional.of("it has not begun to listen");
  private volatile boolean stopped;

  @Inject
  SyslogListener(
      Vertx vertx,
      SyslogConfig config,
      SyslogAddress address,
      SyslogSenders senders,
      TelemetrySink sink,
      SyslogCounts counts) {
    this(vertx, config, address, (LogSenders) senders, sink, counts);
  }

  SyslogListener(
      Vertx vertx,
      SyslogConfig config,
      SyslogAddress address,
      LogSenders senders,
      TelemetrySink sink,
      SyslogCounts counts) {
    this.vertx = vertx;
    this.config = config;
    this.address = address;
    this.counts = counts;
    this.lines = new SyslogLines(config.maxLine(), senders, sink, counts);
  }

  void start(@Observes @Priority(FIRST) StartupEvent event) {
    start();
  }

  void stop(@Observes @Priority(FIRST) ShutdownEvent event) {
    stop();
  }

  /** Listens, or says why it does not and tries again later. Blocks. */
  void start() {
    if (!config.enabled()) {
      failure = Optional.empty();
      return;
    }
    var options =
        new NetServerOptions().setHost(config.host()).setPort(config.port()).setTcpKeepAlive(true);
    if (config.tls() == SyslogConfig.Tls.ON) {
      options.setSsl(true).setKeyCertOptions(SyslogCertificate.of(config));
    }
    workers = Optional.of(vertx.createSharedWorkerExecutor("entente-syslog", WORKERS));
    listen(options).join();
  }

  /** Takes no more, and waits for what was read to become durable. Blocks. */
  void stop() {
    stopped = true;
    address.closed();
    server.ifPresent(NetServer::close);
    var last = connections.stream().map(SyslogConnection::stop).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(last).get(LAST_LINES_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.errorf("log lines of syslog connections may be lost: %s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    workers.ifPresent(WorkerExecutor::close);
  }

  /** Why it does not listen, if it should and does not. */
  Optional<String> failure() {
    return failure;
  }

  private CompletableFuture<Void> listen(NetServerOptions options) {
    var tried = new CompletableFuture<Void>();
    vertx
        .createNetServer(options)
        .connectHandler(this::connected)
        .listen()
        .onComplete(
            bound -> {
              if (bound.succeeded()) {
                server = Optional.of(bound.result());
                failure = Optional.empty();
                address.listening(bound.result().actualPort());
                LOG.infof(
                    "syslog on %s:%d, tls %s",
                    config.host(), bound.result().actualPort(), config.tls());
              } else {
                String why = String.valueOf(bound.cause().getMessage());
                failure = Optional.of(why);
                LOG.errorf("syslog on %s:%d: %s", config.host(), config.port(), why);
                again(options);
              }
              tried.complete(null);
            });
    return tried;
  }

  private void again(NetServerOptions options) {
    vertx.setTimer(
        RETRY_MILLIS,
        timer -> {
          if (!stopped) {
            listen(options);
          }
        });
  }

  private void connected(NetSocket socket) {
    boolean room = counts.opened() <= config.maxConnections() && !stopped;
    if (!room) {
      socket.closeHandler(closed -> counts.ended());
      counts.closed(Closing.TOO_MANY_CONNECTIONS);
      socket.close();
      return;
    }
    var connection =
        new SyslogConnection(vertx, socket, config, workers.orElseThrow(), lines, counts);
    connections.add(connection);
    socket.closeHandler(closed -> counts.ended());
    connection.over().whenComplete((done, none) -> connections.remove(connection));
    connection.open();
  }
}
