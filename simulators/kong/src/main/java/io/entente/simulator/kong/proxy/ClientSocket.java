package io.entente.simulator.kong.proxy;

import io.entente.simulator.kong.proxy.wire.BodyReader;
import io.entente.simulator.kong.proxy.wire.RequestHead;
import io.entente.simulator.kong.proxy.wire.Wire;
import io.entente.simulator.kong.proxy.wire.WireInput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** The connection of a client. Used by one thread. */
final class ClientSocket implements AutoCloseable {

  private static final int LINGER_MILLIS = 300;
  private static final int MOST_UNREAD = 1024 * 1024;

  private final Socket socket;
  private final WireInput in;

  ClientSocket(Socket socket, int idleMillis) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(idleMillis);
    this.in = new WireInput(socket);
  }

  WireInput in() {
    return in;
  }

  OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  String peer() {
    return socket.getInetAddress().getHostAddress();
  }

  String local() {
    return socket.getLocalAddress().getHostAddress();
  }

  /** The body of a request; asks for it first when the client waits to be asked. */
  byte[] body(RequestHead head) throws IOException {
    boolean waits = head.headers().first("expect").orElse("").equalsIgnoreCase("100-continue");
    if (waits && head.http11()) {
      out().write(Wire.bytes("HTTP/1.1 100 Continue\r\n\r\n"));
      out().flush();
    }
    if (head.headers().first("transfer-encoding").orElse("").equalsIgnoreCase("chunked")) {
      return BodyReader.chunked(in);
    }
    long length = Long.parseLong(head.headers().first("content-length").orElse("0"));
    return BodyReader.exactly(in, length);
  }

  /** Whether the client has gone. */
  boolean left() {
    try {
      return in.closed();
    } catch (IOException broken) {
      return true;
    }
  }

  boolean keepsAlive(RequestHead head) {
    String asked = head.headers().first("connection").orElse("");
    return head.http11() ? !asked.equalsIgnoreCase("close") : asked.equalsIgnoreCase("keep-alive");
  }

  // A socket closed with unread bytes is reset, and the client might lose the answer.
  @Override
  public void close() throws IOException {
    try (socket) {
      socket.shutdownOutput();
      socket.setSoTimeout(LINGER_MILLIS);
      in.drop(MOST_UNREAD);
    } catch (IOException gone) {
      // The other side is away already: there is nothing to wait for.
    }
  }
}
