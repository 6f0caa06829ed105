package io.entente.hub.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas of events, each written once. */
final class SchemaFiles {

  private static final Path FOLDER = Path.of("src/main/resources/schemas");

  private SchemaFiles() {}

  /** The schema of this file name as it is now, whether there is one or not. */
  static Path current(String name) {
    return FOLDER.resolve(name);
  }

  static List<Path> all() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".schema.json")).sorted().toList();
    }
  }
}
