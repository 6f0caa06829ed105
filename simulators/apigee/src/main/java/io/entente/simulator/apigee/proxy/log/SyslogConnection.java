package io.entente.simulator.apigee.proxy.log;

import io.entente.simulator.apigee.proxy.tls.Trust;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A connection that is made again when it is gone. One thread at a time. */
final class SyslogConnection implements AutoCloseable {

  private static final int CONNECT_MILLIS = 3_000;
  private static final long LOOK_AGAIN_NANOS = 20_000_000;

  private final SyslogAddress address;
  private final Trust trust;
  private volatile Optional<Socket> open = Optional.empty();
  private long lookedAt = System.nanoTime() - LOOK_AGAIN_NANOS;

  SyslogConnection(SyslogAddress address, Trust trust) {
    this.address = address;
    this.trust = trust;
  }

  /** Writes a line and its end; over TCP a connection that broke is made anew once. */
  void send(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (!address.tcp()) {
      datagram(line.getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (open.isPresent() && usable(open.get())) {
      try {
        write(open.get(), bytes);
        return;
      } catch (IOException broken) {
        // The server may be back already.
      }
    }
    close();
    Socket socket = connect();
    open = Optional.of(socket);
    write(socket, bytes);
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /**
   * A server never speaks; the end of its side means that it left. Looking takes a millisecond, so
   * that under load it is done now and then only.
   */
  private boolean usable(Socket socket) {
    long now = System.nanoTime();
    if (now - lookedAt < LOOK_AGAIN_NANOS) {
      return true;
    }
    lookedAt = now;
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException quiet) {
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  private Socket connect() throws IOException {
    var plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS);
      plain.setSoTimeout(CONNECT_MILLIS);
      Socket socket = address.tls() ? secured(plain) : plain;
      socket.setSoTimeout(1);
      return socket;
    } catch (IOException failed) {
      plain.close();
      throw failed;
    }
  }

  private Socket secured(Socket plain) throws IOException {
    Trust rule = address.anyCertificate() ? Trust.blind() : trust;
    var socket =
        (SSLSocket)
            rule.context()
                .getSocketFactory()
                .createSocket(plain, address.host(), address.port(), true);
    if (!address.anyCertificate()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    socket.startHandshake();
    return socket;
  }

  private void datagram(byte[] bytes) throws IOException {
    try (var socket = new DatagramSocket()) {
      InetAddress to = InetAddress.getByName(address.host());
      socket.send(new DatagramPacket(bytes, bytes.length, to, address.port()));
    }
  }

  @Override
  public void close() {
    if (open.isPresent()) {
      try {
        open.get().close();
      } catch (IOException gone) {
        // It is closed either way.
      }
      open = Optional.empty();
    }
  }
}
