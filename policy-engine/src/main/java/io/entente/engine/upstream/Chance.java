package io.entente.engine.upstream;

import java.time.Duration;
import java.util.List;

/** What is left to chance. */
public interface Chance {

  /** One of {@code endpoints}, of which there is at least one. */
  String endpoint(List<String> endpoints);

  /** From nothing to less than {@code bound}. */
  Duration wait(Duration bound);
}
