package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.wire.Headers;
import io.entente.simulator.apigee.proxy.wire.HopByHop;
import io.entente.simulator.apigee.proxy.wire.Reasons;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers to a client. */
final class ResponseWriter {

  private final OutputStream out;

  ResponseWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * @param head whether only the head is asked for
   * @param keep whether the connection stays open
   */
  void write(Message answer, boolean head, boolean keep) throws IOException {
    int status = answer.status();
    String reason = answer.reason().isEmpty() ? Reasons.of(status) : answer.reason();
    boolean bodiless = status < 200 || status == 204 || status == 304;
    Headers headers = HopByHop.without(answer.headers());
    if (!head || answer.content().length > 0) {
      headers.remove("Content-Length");
    }
    if (!bodiless && !headers.has("Content-Length")) {
      headers.set("Content-Length", String.valueOf(answer.content().length));
    }
    headers.set("Connection", keep ? "keep-alive" : "close");
    var text = new StringBuilder("HTTP/1.1 " + status + " " + line(reason) + "\r\n");
    headers.forEach((n, v) -> text.append(line(n)).append(": ").append(line(v)).append("\r\n"));
    text.append("\r\n");
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (!head && !bodiless) {
      bytes.writeBytes(answer.content());
    }
    bytes.writeTo(out);
    out.flush();
  }

  /** A value can never begin another line. */
  private static String line(String text) {
    return text.replace('\r', ' ').replace('\n', ' ');
  }
}
