package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers like the echo service of the recordings: JSON of what it received. */
final class Echo {

  private Echo() {}

  static byte[] answer(String method, String target, JsonNode headers, byte[] body)
      throws InterruptedException {
    String path = target.split("\\?", 2)[0];
    if (path.endsWith("/slow")) {
      new CountDownLatch(1).await(600, TimeUnit.MILLISECONDS);
    }
    if (path.startsWith("/status/")) {
      int status = Integer.parseInt(path.substring("/status/".length()));
      return bytes(status, "text/plain; charset=utf-8", "", "{\"status\":" + status + "}");
    }
    ObjectNode json = Wires.MAPPER.createObjectNode();
    json.put("method", method).put("path", path);
    json.put("query", target.contains("?") ? target.split("\\?", 2)[1] : "");
    json.put("host", Wires.first(headers, "host"));
    json.put("body", new String(body, StandardCharsets.UTF_8));
    ObjectNode seen = json.putObject("headers");
    for (JsonNode header : headers) {
      String name = canonical(header.get(0).asText());
      if (!name.equals("Host")) {
        seen.withArray(name).add(header.get(1).asText());
      }
    }
    return bytes(200, "application/json", "X-Upstream: echo\r\n", json.toString());
  }

  private static byte[] bytes(int status, String type, String more, String body) {
    return ("HTTP/1.1 %d Status\r\nContent-Type: %s\r\n%sDate: Sat, 21 Nov 2026 05:53:44 GMT\r\n"
            + "Content-Length: %d\r\nConnection: close\r\n\r\n%s")
        .formatted(status, type, more, body.length(), body)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String canonical(String name) {
    var out = new StringBuilder();
    for (String word : name.split("-", -1)) {
      out.append(out.isEmpty() ? "" : "-");
      out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return out.toString();
  }
}
