package io.entente.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody who reads events by a released schema is broken by this build. */
class SchemaCompatibilityTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RELEASED =
      """
      {"type": "object", "required": ["id"], "additionalProperties": true,
       "properties": {"id": {"type": "string", "pattern": "^[a-z]$", "description": "Of it."},
                      "state": {"enum": ["A", "B"]},
                      "list": {"type": "array", "items": {"type": "string"}},
                      "size": {"type": "integer", "minimum": 1}}}
      """;

  @Test
  void everyReleasedSchemaIsStillThereAndHolds() throws IOException {
    // Given
    List<Path> releases = releases();
    assertThat(releases).isNotEmpty();

    for (Path released : releases) {
      // When
      Path now = SchemaFiles.current(released.getFileName().toString());

      // Then
      assertThat(now).as("%s has no successor", released).exists();
      assertThat(SchemaCompatibility.broken(tree(released), tree(now)))
          .as("%s", released)
          .isEmpty();
    }
  }

  @Test
  void everySchemaIsInTheNewestRelease() throws IOException {
    // Given
    Set<String> released = new TreeSet<>();
    releases().forEach(file -> released.add(file.getFileName().toString()));

    // Then
    assertThat(SchemaFiles.all())
        .as("copy the new schema into the folder of the next release below docs/events/released")
        .allMatch(file -> released.contains(file.getFileName().toString()));
  }

  @Test
  void aFieldThatMayBeAbsentAndOtherWordsForPeopleBreakNobody() throws IOException {
    // When
    var wrong =
        broken(
            "\"description\": \"Of it.\"},",
            "\"description\": \"Otherwise.\"}, \"new\": {\"type\": \"string\"},");

    // Then
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "state": {"enum": ["A", "B"]},                 |                                                | /properties/state is gone
          "type": "string", "pattern"                    | "type": "integer", "pattern"                   | /properties/id/type was
          ["id"]                                         | ["id", "size"]                                 | /required was
          ["id"]                                         | []                                             | /required was
          ["A", "B"]                                     | ["A", "B", "C"]                                | /properties/state/enum was
          ["A", "B"]                                     | ["A"]                                          | /properties/state/enum was
          "minimum": 1                                   | "minimum": 2                                   | /properties/size/minimum was
          ^[a-z]$                                        | ^[a-z]+$                                       | /properties/id/pattern was
          "additionalProperties": true                   | "additionalProperties": false                  | /additionalProperties was
          "items": {"type": "string"}                    | "items": {"type": "integer"}                   | /properties/list/items/type was
          """)
  void whatIsTakenAwayOrAskedForBreaksSomebody(String was, String is, String said)
      throws IOException {
    assertThat(broken(was, is == null ? "" : is)).singleElement().asString().startsWith(said);
  }

  private static List<String> broken(String was, String is) throws JsonProcessingException {
    assertThat(RELEASED).contains(was);
    return SchemaCompatibility.broken(
        JSON.readTree(RELEASED), JSON.readTree(RELEASED.replace(was, is)));
  }

  private static List<Path> releases() throws IOException {
    try (var files = Files.walk(GeneratedPart.doc("events/released"))) {
      return files.filter(file -> file.toString().endsWith(".schema.json")).sorted().toList();
    }
  }

  private static JsonNode tree(Path file) throws IOException {
    return JSON.readTree(Files.readString(file));
  }
}
