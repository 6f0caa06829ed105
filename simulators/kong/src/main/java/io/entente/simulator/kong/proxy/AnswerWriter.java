package io.entente.simulator.kong.proxy;

import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.wire.HeaderField;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Reasons;
import io.entente.simulator.kong.proxy.wire.RequestHead;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.io.IOException;
import java.io.OutputStream;

/** Puts an answer on the wire. */
final class AnswerWriter {

  private AnswerWriter() {}

  /**
   * @param complete false when the service broke off: the client sees the same
   * @return bytes written
   */
  static long write(
      OutputStream out, RequestHead head, ResponseDraft draft, boolean complete, boolean keepAlive)
      throws IOException {
    boolean bodyless =
        head.method().equals("HEAD") || draft.status() == 204 || draft.status() == 304;
    Headers headers = draft.headers().copy();
    boolean sized = headers.has("content-length");
    boolean chunked = !bodyless && !sized && head.http11();
    headers.set("Connection", keepAlive && (sized || chunked || bodyless) ? "keep-alive" : "close");
    if (chunked) {
      headers.set("Transfer-Encoding", "chunked");
    }
    var text = new StringBuilder();
    text.append("HTTP/1.1 ").append(draft.status()).append(' ');
    text.append(Reasons.of(draft.status())).append("\r\n");
    for (HeaderField field : headers) {
      text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    text.append("\r\n");
    if (!bodyless) {
      String body = Wire.of(draft.body());
      if (chunked && !body.isEmpty()) {
        text.append(Integer.toHexString(body.length())).append("\r\n").append(body).append("\r\n");
      } else {
        text.append(body);
      }
      if (chunked && complete) {
        text.append("0\r\n\r\n");
      }
    }
    byte[] bytes = Wire.bytes(text.toString());
    out.write(bytes);
    out.flush();
    return bytes.length;
  }
}
