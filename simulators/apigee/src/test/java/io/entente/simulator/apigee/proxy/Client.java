package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.proxy.wire.Headers;
import io.entente.simulator.apigee.proxy.wire.ResponseHead;
import io.entente.simulator.apigee.proxy.wire.WireInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to the data plane. */
final class Client implements AutoCloseable {

  /** What came back. */
  record Answer(int status, Headers headers, String body) {

    String header(String name) {
      return String.join("|", headers.lines(name));
    }
  }

  private final Socket socket;
  private final WireInput in;

  Client(int port) {
    try {
      socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
      socket.setSoTimeout(10_000);
      in = new WireInput(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer send(String method, String path, String body, String... headers) {
    var text = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    boolean host = false;
    for (int i = 0; i < headers.length; i += 2) {
      host |= headers[i].equals("Host");
      text.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    if (!host) {
      text.append("Host: 127.0.0.1\r\n");
    }
    if (!body.isEmpty()) {
      text.append("Content-Length: ")
          .append(body.getBytes(StandardCharsets.UTF_8).length)
          .append("\r\n");
    }
    return raw(text + "\r\n" + body, method.equals("HEAD"));
  }

  Answer raw(String bytes, boolean head) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      return read(head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Answer read(boolean head) throws IOException {
    ResponseHead answer = ResponseHead.read(in);
    byte[] body = answer.body(in, head);
    return new Answer(answer.status(), answer.headers(), new String(body, StandardCharsets.UTF_8));
  }

  String line() throws IOException {
    return in.line();
  }

  /** Whether the other side has closed. */
  boolean ended() throws IOException {
    return !in.more();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
