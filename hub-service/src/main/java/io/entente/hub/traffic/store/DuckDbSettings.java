package io.entente.hub.traffic.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the DuckDB store runs.
 *
 * @param file the database file; its directory is made if missing
 * @param memoryLimit most memory DuckDB takes, such as {@code 256MB}; beyond it, it spills to disk
 * @param duplicateWindow events of one id further apart in time than this are two events
 */
public record DuckDbSettings(Path file, String memoryLimit, Duration duplicateWindow) {

  public DuckDbSettings {
    if (!memoryLimit.matches("\\d+(\\.\\d+)?\\s?[KMGT]i?B")) {
      throw new IllegalArgumentException("memory limit '" + memoryLimit + "' is not like 256MB");
    }
    if (duplicateWindow.isNegative()) {
      throw new IllegalArgumentException("duplicate window " + duplicateWindow + " is < 0");
    }
  }
}
