package io.entente.translator.envoy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** A request with these headers and no others, letter by letter. */
final class RawCall {

  private RawCall() {}

  /**
   * @param headers each with its colon
   * @return status of the answer
   */
  static int status(int port, String method, String path, List<String> headers) throws IOException {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nhost: a.test\r\n");
    head.append("connection: close\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
    }
  }
}
