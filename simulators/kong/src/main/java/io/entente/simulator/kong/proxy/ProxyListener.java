package io.entente.simulator.kong.proxy;

import io.entente.simulator.kong.proxy.config.CurrentSnapshot;
import io.entente.simulator.kong.proxy.exchange.ClientAddress;
import io.entente.simulator.kong.proxy.exchange.Connection;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.metrics.ProxyMetrics;
import io.entente.simulator.kong.proxy.route.PathNormaliser;
import io.entente.simulator.kong.proxy.wire.BadMessage;
import io.entente.simulator.kong.proxy.wire.HeadReader;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.RequestHead;
import io.entente.simulator.kong.store.NodeSettings;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Accepts connections on 127.0.0.1, each served by a thread of a bounded pool. */
final class ProxyListener implements AutoCloseable {

  /** The port clients know the node by, whatever port it really listens on. */
  private static final int PUBLIC_PORT = 8000;

  private static final int BACKLOG = 512;
  private static final int MOST_CONNECTIONS = 512;
  private static final int IDLE_MILLIS = 60_000;
  private static final RequestHead UNREADABLE =
      new RequestHead("GET", "/", "HTTP/1.1", new Headers(), 0);

  private final ServerSocket server;
  private final Gateway gateway;
  private final CurrentSnapshot snapshot;
  private final NodeSettings settings;
  private final ProxyMetrics metrics;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong connections = new AtomicLong();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST_CONNECTIONS,
          5,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> daemon(task, "kong-proxy"));

  ProxyListener(
      int port,
      Gateway gateway,
      CurrentSnapshot snapshot,
      NodeSettings settings,
      ProxyMetrics metrics)
      throws IOException {
    this.gateway = gateway;
    this.snapshot = snapshot;
    this.settings = settings;
    this.metrics = metrics;
    this.server = new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
    daemon(this::accept, "kong-proxy-accept").start();
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() {
    closeQuietly(server);
    threads.shutdownNow();
    open.forEach(ProxyListener::closeQuietly);
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        long number = connections.incrementAndGet();
        metrics.connected();
        try {
          threads.execute(() -> converse(socket, number));
        } catch (RejectedExecutionException full) {
          socket.close();
        }
      } catch (IOException broken) {
        // Either the listener is being closed, or this one connection was no good.
      }
    }
  }

  private void converse(Socket socket, long number) {
    open.add(socket);
    try (var client = new ClientSocket(socket, IDLE_MILLIS)) {
      int requests = 1;
      while (request(client, number, requests)) {
        requests++;
      }
    } catch (IOException gone) {
      // The client left in the middle: nobody is there to be told.
    } finally {
      open.remove(socket);
    }
  }

  private boolean request(ClientSocket client, long number, int requests) throws IOException {
    RequestHead head;
    try {
      head = HeadReader.read(client.in());
    } catch (BadMessage bad) {
      gateway.refuse(exchange(client, UNREADABLE, new byte[0], number, requests), client);
      return false;
    }
    metrics.requested();
    byte[] body;
    String path;
    try {
      HeadReader.check(head);
      Optional<String> normal = PathNormaliser.normalise(head.path());
      path = normal.orElseThrow(() -> new BadMessage("path '" + head.path() + "'"));
      body = client.body(head);
    } catch (BadMessage bad) {
      gateway.refuse(exchange(client, head, new byte[0], number, requests), client);
      return false;
    }
    return gateway.serve(exchange(client, head, body, number, requests), path, client);
  }

  private Exchange exchange(
      ClientSocket client, RequestHead head, byte[] body, long number, int requests) {
    var connection =
        new Connection(
            UUID.randomUUID().toString().replace("-", ""),
            (int) (number % settings.workers()),
            number,
            requests,
            client.local(),
            PUBLIC_PORT);
    ClientAddress address = ClientAddress.find(client.peer(), head.headers(), settings);
    return new Exchange(connection, head, body, address, snapshot.get());
  }

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
