package io.entente.hub.estate;

import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * What is to be tested; none of it is kept.
 *
 * @param document one Gateway document, YAML or JSON, as {@code POST /api/documents} takes it
 * @param credential what to call the gateway with, as its credential would be stored; without one,
 *     the stored one is used if a gateway of this name is reached in the same way
 */
public record ConnectionTestRequest(@NotNull String document, Optional<String> credential) {

  /** Without the credential: records are printed by accident. */
  @Override
  public String toString() {
    return "ConnectionTestRequest";
  }
}
