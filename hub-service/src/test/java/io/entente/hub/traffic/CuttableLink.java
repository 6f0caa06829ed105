package io.entente.hub.traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Relays connections to a port of this machine until it is cut. Safe for many threads. */
final class CuttableLink implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean whole = true;

  CuttableLink(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    run("link", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Breaks every connection, in the middle of whatever they carry; new ones break at once. */
  void cut() {
    whole = false;
    sockets.forEach(CuttableLink::close);
  }

  void mend() {
    whole = true;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        if (whole) {
          connect(client);
        } else {
          close(client);
        }
      } catch (IOException closed) {
        // The listener was closed, or the other side is away: the client sees it.
      }
    }
  }

  private void connect(Socket client) {
    sockets.add(client);
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(server);
      run("link-out", () -> pump(client, server));
      run("link-back", () -> pump(server, client));
    } catch (IOException away) {
      end(client);
    }
  }

  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cut) {
      // Both ends are closed below.
    } finally {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) {
    close(socket);
    sockets.remove(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed either way.
    }
  }

  private static void run(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
