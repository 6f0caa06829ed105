package io.entente.simulator.kong;

/** Where a node keeps its configuration. */
public enum Database {
  /** Every entity can be written through the Admin API. */
  POSTGRES("postgres"),
  /** One declarative configuration, replaced as a whole. */
  OFF("off");

  private final String word;

  Database(String word) {
    this.word = word;
  }

  /** As in Kong's configuration. */
  public String word() {
    return word;
  }

  /** Reads Kong's word. */
  public static Database of(String word) {
    for (Database database : values()) {
      if (database.word.equals(word)) {
        return database;
      }
    }
    throw new IllegalArgumentException("database is '" + word + "': postgres or off");
  }
}
