package io.entente.acceptance;

import java.nio.file.Path;

/** The project's own folder. */
final class Root {

  private static final Path ROOT = Path.of(System.getProperty("entente.root"));

  private Root() {}

  static Path path(String relative) {
    return ROOT.resolve(relative);
  }
}
