package io.entente.simulator.apigee.proxy;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Accepts connections on 127.0.0.1, each served by a thread of a bounded pool. */
final class ProxyListener implements AutoCloseable {

  private static final int BACKLOG = 512;
  private static final int MOST_CONNECTIONS = 512;

  private final ServerSocket server;
  private final MessageProcessor processor;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          MOST_CONNECTIONS,
          5,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> daemon(task, "apigee-proxy"));

  ProxyListener(int port, MessageProcessor processor) throws IOException {
    this.processor = processor;
    this.server = new ServerSocket(port, BACKLOG, InetAddress.getByName("127.0.0.1"));
    daemon(this::accept, "apigee-proxy-accept").start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        try {
          threads.execute(() -> converse(socket));
        } catch (RejectedExecutionException full) {
          socket.close();
        }
      } catch (IOException broken) {
        // Either the listener is being closed, or this one connection was no good.
      }
    }
  }

  private void converse(Socket socket) {
    open.add(socket);
    try (socket) {
      new ClientConnection(socket, processor).serve();
    } catch (IOException gone) {
      // The client left in the middle: nobody is there to be told.
    } finally {
      open.remove(socket);
    }
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

  private static Thread daemon(Runnable task, String name) {
    var thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
