package io.entente.model.estate;

/** How a route matches the path of a request. */
public sealed interface PathMatch {

  /** The path itself: starts with a slash, has no query. */
  String path();

  /** Exactly this path. */
  record Exact(String path) implements PathMatch {
    public Exact {
      Paths.require(path);
    }
  }

  /**
   * This path and all below it, by whole segments: {@code /a} matches {@code /a/b}, not {@code
   * /ab}.
   */
  record Prefix(String path) implements PathMatch {
    public Prefix {
      Paths.require(path);
    }
  }
}
