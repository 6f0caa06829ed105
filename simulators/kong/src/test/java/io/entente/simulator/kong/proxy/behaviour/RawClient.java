package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests exactly as a scenario has them, each on its own connection. */
final class RawClient {

  private static final int TIMEOUT_MILLIS = 30_000;

  private final int port;

  RawClient(int port) {
    this.port = port;
  }

  ObjectNode send(JsonNode request) throws IOException {
    try (var socket = new Socket()) {
      if (request.hasNonNull("client_ip")) {
        socket.bind(new InetSocketAddress(request.get("client_ip").asText(), 0));
      }
      socket.connect(new InetSocketAddress(Lab.HOST, port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      byte[] body = expand(request.path("body"));
      byte[] payload = request.path("chunked").asBoolean() ? inChunks(body) : body;
      boolean expects = false;
      for (JsonNode header : request.get("headers")) {
        expects |= header.get(0).asText().equalsIgnoreCase("expect");
      }
      socket.getOutputStream().write(head(request, body));
      if (!expects) {
        socket.getOutputStream().write(payload);
      }
      return answer(socket, request, expects ? payload : new byte[0]);
    }
  }

  private static ObjectNode answer(Socket socket, JsonNode request, byte[] waiting)
      throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    ObjectNode answer = Wires.MAPPER.createObjectNode();
    ArrayNode interim = Wires.MAPPER.createArrayNode();
    String line = Wires.line(in);
    while (line.startsWith("HTTP/1.1 100")) {
      interim.add(100);
      Wires.headers(in);
      socket.getOutputStream().write(waiting);
      line = Wires.line(in);
    }
    if (!line.startsWith("HTTP/")) {
      answer.put("status", 0).put("body", line);
      if (!line.isEmpty()) {
        answer.put("note", "not an HTTP answer");
      }
      answer.putArray("headers");
      return answer;
    }
    int status = Integer.parseInt(line.split(" ", 3)[1]);
    ArrayNode headers = Wires.headers(in);
    answer.put("status", status).set("headers", headers);
    if (!interim.isEmpty()) {
      answer.set("interim", interim);
    }
    body(in, request, status, headers, answer);
    return answer;
  }

  private static void body(
      InputStream in, JsonNode request, int status, ArrayNode headers, ObjectNode answer)
      throws IOException {
    String length = Wires.first(headers, "content-length");
    byte[] body;
    if (request.get("method").asText().equals("HEAD") || status == 204 || status == 304) {
      body = new byte[0];
    } else if (Wires.first(headers, "transfer-encoding").equals("chunked")) {
      body = Wires.chunked(in);
    } else if (!length.isEmpty()) {
      body = in.readNBytes(Integer.parseInt(length));
      if (body.length < Integer.parseInt(length)) {
        answer.put("note", "body truncated");
      }
    } else {
      body = in.readAllBytes();
    }
    answer.set("body", Wires.body(body));
  }

  private static byte[] head(JsonNode request, byte[] body) {
    var head = new StringBuilder();
    head.append(request.get("method").asText()).append(' ').append(request.get("path").asText());
    head.append(" HTTP/1.1\r\n");
    boolean sized = false;
    for (JsonNode header : request.get("headers")) {
      sized |= header.get(0).asText().equalsIgnoreCase("content-length");
      head.append(header.get(0).asText()).append(": ").append(header.get(1).asText());
      head.append("\r\n");
    }
    if (request.path("chunked").asBoolean()) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (request.hasNonNull("body") && !sized) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] expand(JsonNode body) {
    var text = new StringBuilder(body.isTextual() ? body.asText() : "");
    for (JsonNode part : body.path("parts")) {
      text.append(
          part.isTextual()
              ? part.asText()
              : part.get("repeat").asText().repeat(part.get("times").asInt()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] inChunks(byte[] body) {
    var out = new ByteArrayOutputStream();
    int size = Math.max(1, body.length / 2);
    for (int at = 0; at < body.length; at += size) {
      int n = Math.min(size, body.length - at);
      out.writeBytes((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(body, at, n);
      out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}
