package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that answers what the header X-Up asks for, and tells the lab what it saw. */
final class Upstream implements AutoCloseable {

  /** How an upstream answers. */
  enum Style {
    /** As the request header X-Up asks. */
    AS_ASKED,
    /** With what it received, as the echo service of the recordings did. */
    ECHO
  }

  private final String name;
  private final Lab lab;
  private final Style style;
  private final ServerSocket server;

  Upstream(String name, Lab lab, Style style) throws IOException {
    this.name = name;
    this.style = style;
    this.lab = lab;
    this.server = new ServerSocket(0, 256, InetAddress.getByName(Lab.HOST));
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        start(() -> converse(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      boolean more = true;
      while (more) {
        byte[] answer = answer(in);
        more = name.equals("log") && answer.length > 0;
        socket.getOutputStream().write(answer);
        socket.getOutputStream().flush();
      }
    } catch (IOException | InterruptedException gone) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] answer(InputStream in) throws IOException, InterruptedException {
    String[] words = Wires.line(in).split(" ", 3);
    if (words.length < 3) {
      return new byte[0];
    }
    var headers = Wires.headers(in);
    String length = Wires.first(headers, "content-length");
    byte[] body =
        Wires.first(headers, "transfer-encoding").equals("chunked")
            ? Wires.chunked(in)
            : in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    if (name.equals("log")) {
      lab.logged(Wires.MAPPER.readTree(body), headers);
      return bytes("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }
    if (style == Style.ECHO) {
      lab.saw(Wires.MAPPER.createObjectNode().put("at", name));
      return Echo.answer(words[0], words[1], headers, body);
    }
    ObjectNode wish = lab.defaultsOf(name).deepCopy();
    for (String header : new String[] {"x-up", "x-up-" + name}) {
      String json = Wires.first(headers, header);
      if (!json.isEmpty()) {
        wish.setAll((ObjectNode) Wires.MAPPER.readTree(json));
      }
    }
    if (words[1].startsWith("/_health")) {
      int health = wish.path("health").asInt(200);
      return bytes("HTTP/1.1 " + health + " X\r\nContent-Length: 0\r\n\r\n");
    }
    ObjectNode saw = Wires.MAPPER.createObjectNode();
    saw.put("at", name).put("method", words[0]).put("path", words[1]);
    saw.set("headers", headers);
    saw.set("body", Wires.body(body));
    lab.saw(saw);
    if (wish.has("delay_ms")) {
      new CountDownLatch(1).await(wish.get("delay_ms").asInt(), TimeUnit.MILLISECONDS);
    }
    return reply(words[0], wish);
  }

  private byte[] reply(String method, JsonNode wish) {
    String mode = wish.path("mode").asText("");
    if (mode.equals("close")) {
      return new byte[0];
    }
    if (mode.equals("garbage")) {
      return bytes("this is not HTTP\r\n\r\n");
    }
    int status = wish.path("status").asInt(200);
    byte[] body =
        wish.path("body")
            .asText("{\"upstream\":\"" + name + "\",\"ok\":true}")
            .getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    boolean typed = false;
    for (JsonNode header : wish.path("headers")) {
      typed |= header.get(0).asText().equalsIgnoreCase("content-type");
      head.append(header.get(0).asText()).append(": ").append(header.get(1).asText());
      head.append("\r\n");
    }
    head.append(typed ? "" : "Content-Type: application/json\r\n");
    head.append("X-Upstream: ").append(name).append("\r\nConnection: close\r\n");
    var out = new ByteArrayOutputStream();
    if (mode.equals("chunked")) {
      out.writeBytes(bytes(head + "Transfer-Encoding: chunked\r\n\r\n"));
      for (int at = 0; at < body.length; at += 8) {
        int n = Math.min(8, body.length - at);
        out.writeBytes(bytes(Integer.toHexString(n) + "\r\n"));
        out.write(body, at, n);
        out.writeBytes(bytes("\r\n"));
      }
      out.writeBytes(bytes("0\r\n\r\n"));
      return out.toByteArray();
    }
    int announced = body.length + (mode.equals("partial") ? 50 : 0);
    boolean bodyless = method.equals("HEAD") || status == 204 || status == 304;
    head.append(status == 204 ? "" : "Content-Length: " + (status == 304 ? 0 : announced) + "\r\n");
    out.writeBytes(bytes(head + "\r\n"));
    out.writeBytes(bodyless ? new byte[0] : body);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void start(Runnable task) {
    var thread = new Thread(task, "lab");
    thread.setDaemon(true);
    thread.start();
  }
}
