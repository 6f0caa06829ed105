package io.entente.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KongFormTest {

  private static final Path RECORDED =
      Path.of("..", "policy-translator", "kong", "src", "test", "resources", "recorded");

  @Test
  void knowsEverySchemaThatWasRecorded() throws IOException {
    try (var files = Files.list(RECORDED)) {
      var recorded =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("05-schema-"))
              .map(
                  name ->
                      name.replace("05-schema-plugin-", "plugins/")
                          .replace("05-schema-entity-", "entities/")
                          .replace(".json", ""))
              .collect(Collectors.toSet());

      assertThat(KongForm.schema().documents().keySet()).isEqualTo(recorded);
    }
  }
}
