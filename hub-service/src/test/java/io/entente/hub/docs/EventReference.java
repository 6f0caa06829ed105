package io.entente.hub.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The page on events, from their description. */
final class EventReference {

  private final AsyncApiDocument document;
  private final StringBuilder page = new StringBuilder();

  EventReference(AsyncApiDocument document) {
    this.document = document;
  }

  String text() throws IOException {
    page.append(
        "\n| Topic | What it carries | Partitions here | Event types |\n|---|---|---|---|\n");
    for (var channel : document.channels().entrySet()) {
      page.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(
                  channel.getKey(),
                  channel.getValue().path("description").asText(),
                  channel.getValue().at("/bindings/kafka/partitions").asText(),
                  types(channel.getValue())));
    }
    for (JsonNode channel : document.root().path("channels")) {
      for (JsonNode of : channel.path("messages")) {
        message(channel.path("address").asText(), document.resolved(of));
      }
    }
    return page.append('\n').toString();
  }

  private String types(JsonNode channel) {
    var types = new ArrayList<String>();
    for (JsonNode of : channel.path("messages")) {
      AsyncApiDocument.types(document.resolved(of)).forEach(type -> types.add("`" + type + "`"));
    }
    return types.isEmpty() ? "none" : String.join("<br>", types);
  }

  private void message(String topic, JsonNode message) throws IOException {
    JsonNode payload = document.payload(message);
    page.append("\n## ").append(message.path("title").asText()).append("\n\n");
    page.append(message.path("summary").asText()).append("\n\n");
    page.append("- Topic: `").append(topic).append("`\n");
    page.append("- Types: ")
        .append(
            AsyncApiDocument.types(message).stream()
                .map(type -> "`" + type + "`")
                .collect(Collectors.joining(", ")))
        .append('\n');
    page.append("- Key: ")
        .append(message.at("/bindings/kafka/key/description").asText())
        .append('\n');
    page.append("- Schema: `").append(payload.path("$id").asText()).append("`\n\n");
    page.append("| Field | Takes | | What it is |\n|---|---|---|---|\n");
    Set<String> required = new HashSet<>();
    payload.path("required").forEach(name -> required.add(name.asText()));
    for (var field : payload.path("properties").properties()) {
      page.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(
                  field.getKey(),
                  takes(field.getValue()),
                  required.contains(field.getKey()) ? "always" : "where known",
                  field.getValue().path("description").asText()));
    }
    for (JsonNode example : message.path("examples")) {
      example(example);
    }
  }

  private static String takes(JsonNode field) {
    if (field.has("enum")) {
      List<String> values = new ArrayList<>();
      field.path("enum").forEach(value -> values.add("`" + value.asText() + "`"));
      return String.join(", ", values);
    }
    if (field.path("$ref").asText().endsWith("/name")) {
      return "name";
    }
    if (field.has("format")) {
      return field.path("format").asText();
    }
    return field.path("type").asText();
  }

  private void example(JsonNode example) throws IOException {
    page.append("\nExample: ").append(example.path("summary").asText()).append("\n\n```\n");
    for (var header : example.path("headers").properties()) {
      page.append(header.getKey()).append(": ").append(header.getValue().asText()).append('\n');
    }
    page.append('\n')
        .append(
            new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(example.path("payload")))
        .append("\n```\n");
  }
}
