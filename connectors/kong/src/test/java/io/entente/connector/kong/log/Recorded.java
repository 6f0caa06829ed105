package io.entente.connector.kong.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was recorded from a Kong, and how the tests read it. */
final class Recorded {

  static final Path FOLDER = Path.of("src/test/resources/recorded/3.9.1");

  static final KongLogSource SOURCE =
      new KongLogSource(
          new Tenant("main"),
          new GatewayId("kong-1"),
          Optional.empty(),
          Instant.parse("2026-11-21T12:00:00Z"));

  /** Only the orders route is ours. */
  static final RouteAttribution ORDERS =
      (id, name) ->
          name.filter("orders-route"::equals)
              .map(n -> new ApiRoute(new ApiName("orders"), new RouteName("all")));

  private static final JsonFactory JSON = new JsonFactory();

  private Recorded() {}

  static List<Path> payloadFiles() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(f -> f.getFileName().toString().startsWith("10-")).sorted().toList();
    }
  }

  /** The payloads of one file, each as the receiver got it. */
  static List<String> payloads(Path file) throws IOException {
    var payloads = new ArrayList<String>();
    try (JsonParser parser = JSON.createParser(Files.readString(file))) {
      int depth = parser.nextToken() == JsonToken.START_ARRAY ? 2 : 1;
      int at = 1;
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        at += t.isStructStart() ? 1 : t.isStructEnd() ? -1 : 0;
        if (t == JsonToken.FIELD_NAME && at == depth && parser.currentName().equals("body")) {
          parser.nextToken();
          var out = new ByteArrayOutputStream();
          try (JsonGenerator copy = JSON.createGenerator(out)) {
            copy.copyCurrentStructure(parser);
          }
          payloads.add(out.toString(StandardCharsets.UTF_8));
        }
      }
    }
    return payloads;
  }

  static String payload(String name) {
    try {
      return payloads(FOLDER.resolve("10-httplog-" + name + ".json")).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KongLogBatch read(String payload) {
    return read(payload, KongLogLimits.DEFAULT);
  }

  static KongLogBatch read(String payload, KongLogLimits limits) {
    try {
      return new KongLogReader(limits)
          .read(new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)), SOURCE, ORDERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (KongLogException e) {
      throw new IllegalArgumentException(e.kind() + ": " + e.getMessage(), e);
    }
  }
}
