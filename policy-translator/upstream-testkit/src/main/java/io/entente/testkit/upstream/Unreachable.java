package io.entente.testkit.upstream;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A port of this machine where nobody answers, as long as it is open. */
public final class Unreachable implements AutoCloseable {

  private final int port;
  private final List<AutoCloseable> open;

  private Unreachable(int port, List<AutoCloseable> open) {
    this.port = port;
    this.open = open;
  }

  /** Connections are refused: it is bound, so that nobody else takes it, and does not listen. */
  public static Unreachable closed() throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new Unreachable(socket.getLocalPort(), List.of(socket));
  }

  /** Connections are neither taken nor refused: the queue is full and nobody empties it. */
  public static Unreachable full() throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var open = new ArrayList<AutoCloseable>(List.of(server));
    for (int i = 0; i < 4; i++) {
      var socket = new Socket();
      open.add(socket);
      try {
        socket.connect(server.getLocalSocketAddress(), 200);
      } catch (IOException e) {
        // the queue is full
        break;
      }
    }
    return new Unreachable(server.getLocalPort(), open);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }
}
