package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Recorded answers, log entries and metrics in the test resources. */
final class Recordings {

  private Recordings() {}

  static String text(String file) throws IOException {
    try (InputStream in = Recordings.class.getResourceAsStream("/proxied/3.9.1/" + file)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static JsonNode json(String file) throws IOException {
    return find(file).orElseThrow(() -> new IOException("no recording " + file));
  }

  static Optional<JsonNode> find(String file) throws IOException {
    String text = text(file);
    return text.isEmpty() ? Optional.empty() : Optional.of(Wires.MAPPER.readTree(text));
  }
}
