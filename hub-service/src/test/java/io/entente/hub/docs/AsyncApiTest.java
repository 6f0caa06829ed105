package io.entente.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.hub.embedded.Topics;
import io.entente.hub.traffic.Events;
import io.entente.hub.traffic.event.TrafficEventCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private final AsyncApiDocument document = AsyncApiDocument.read();

  @Test
  void documentIsWhatTheSpecificationAsksFor() throws IOException {
    // Given
    String official = Files.readString(Path.of("src/test/resources/asyncapi/3.0.0.json"));
    var judge =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(official, InputFormat.JSON);

    // When
    var wrong = judge.validate(document.root().toString(), InputFormat.JSON);

    // Then
    assertThat(wrong).isEmpty();
  }

  @Test
  void documentHoldsTheSchemasOfThisBuild() throws IOException {
    // Given
    var made = new StringBuilder();
    var json = new ObjectMapper();

    // When
    for (Path file : SchemaFiles.all()) {
      String name = file.getFileName().toString().replace(".schema.json", "");
      made.append("    ").append(name).append(":\n");
      made.append("      schemaFormat: application/schema+json;version=draft-2020-12\n");
      made.append("      schema:\n");
      json.readTree(Files.readString(file))
          .toPrettyString()
          .lines()
          .forEach(line -> made.append("        ").append(line).append('\n'));
    }

    // Then
    GeneratedPart.of("events/asyncapi.yaml").is(made.toString());
  }

  @Test
  void documentTellsOfEveryEventThatTheCodeSendsAndOfNoOther() throws IOException {
    // When
    var sent = SentTypes.ofSources();

    // Then
    assertThat(document.messagesByType().keySet()).isEqualTo(sent);
  }

  @Test
  void documentTellsOfEveryTopic() {
    // When
    var topics = document.channels().keySet();

    // Then
    assertThat(topics)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Topics.values()).map(Topics::topic).toList());
  }

  @Test
  void examplesAreAsDescribed() {
    for (var channel : document.channels().entrySet()) {
      for (JsonNode of : channel.getValue().path("messages")) {
        JsonNode message = document.resolved(of);
        // Given
        assertThat(message.path("examples")).as(message.path("name").asText()).isNotEmpty();
        for (JsonNode example : message.path("examples")) {
          var headers = new TreeMap<String, String>();
          example
              .path("headers")
              .properties()
              .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));

          // When
          var wrong =
              document.complaints(channel.getKey(), headers, example.path("payload").toString());

          // Then
          assertThat(wrong).isEmpty();
        }
      }
    }
  }

  @Test
  void complainsOfAnEventThatIsOtherwise() {
    // Given
    var headers = Map.of("ce_specversion", "1.0", "ce_type", "entente.drift.found");

    // When
    var wrong = document.complaints(Topics.HEALTH.topic(), headers, "{\"gateway\": \"Edge!\"}");

    // Then
    assertThat(wrong).anyMatch(w -> w.contains("does not carry"));
    assertThat(wrong).anyMatch(w -> w.contains("ce_id"));
    assertThat(wrong).anyMatch(w -> w.contains("object"));
  }

  @Test
  void everyTrafficEventIsAsDescribed() {
    for (var event : new Events(new Random(7)).weighed(300)) {
      // Given
      var record = TrafficEventCodec.encode(Topics.TRAFFIC.topic(), event);

      // When
      var wrong = EventSchemas.complaints(record.topic(), record.headers(), record.value());

      // Then
      assertThat(wrong).as(event.id()).isEmpty();
    }
  }
}
