package io.entente.acceptance.kit;

import java.nio.file.Path;

/** The project's own folder. */
public final class Root {

  private static final Path ROOT = Path.of(System.getProperty("entente.root"));

  private Root() {}

  /** A place inside it. */
  public static Path path(String relative) {
    return ROOT.resolve(relative);
  }
}
