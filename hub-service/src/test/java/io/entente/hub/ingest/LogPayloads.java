package io.entente.hub.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Log payloads for tests: recorded ones and made ones. */
final class LogPayloads {

  private static final Path RECORDED =
      Path.of(System.getProperty("entente.root"))
          .resolve("connectors/kong/src/test/resources/recorded/3.9.1");

  private LogPayloads() {}

  /** Every payload that was recorded from a Kong. */
  static List<String> recorded() throws IOException {
    var json = new ObjectMapper();
    var payloads = new ArrayList<String>();
    try (var files = Files.list(RECORDED)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("10-")).sorted().toList()) {
        JsonNode root = json.readTree(Files.readString(file));
        Iterable<JsonNode> deliveries = root.isArray() ? root : List.of(root);
        deliveries.forEach(delivery -> payloads.add(delivery.get("body").toString()));
      }
    }
    return payloads;
  }

  static String entry(String id) {
    return entry(id, Instant.now());
  }

  static String entry(String id, Instant start) {
    return """
    {"request":{"id":"%s","method":"GET","uri":"/a","url":"http://h:8000/a","headers":{}},
     "response":{"status":200},"latencies":{"request":5,"proxy":3},"started_at":%d,
     "upstream_status":"200","source":"upstream","client_ip":"10.0.0.1","route":{"name":"r"}}"""
        .formatted(id, start.toEpochMilli());
  }

  static String batch(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> entry(prefix + i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** The same, answered 503. */
  static String failed(String prefix, int count) {
    return batch(prefix, count).replace("\"status\":200", "\"status\":503");
  }

  /**
   * @param path behind that of Kong's logs
   */
  static ValidatableResponse deliver(String token, String path, String body) {
    return RestAssured.given()
        .header("x-entente-gateway-token", token)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/ingest/kong" + path)
        .then();
  }

  static byte[] gzip(String text) {
    var out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JSON array that begins and then is blank for {@code members} times ten megabytes. */
  static byte[] bomb(int members) {
    byte[] blank = gzip(" ".repeat(10 << 20));
    var out = new ByteArrayOutputStream();
    out.writeBytes(gzip("["));
    for (int i = 0; i < members; i++) {
      out.writeBytes(blank);
    }
    return out.toByteArray();
  }
}
