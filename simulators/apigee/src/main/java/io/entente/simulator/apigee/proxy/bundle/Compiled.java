package io.entente.simulator.apigee.proxy.bundle;

import java.util.List;
import java.util.Optional;

/**
 * What became of a bundle.
 *
 * @param content only when nothing is wrong
 * @param faults one sentence each, with the file
 */
public record Compiled<T>(Optional<T> content, List<String> faults) {

  static <T> Compiled<T> of(T content, List<String> faults) {
    return new Compiled<>(
        faults.isEmpty() ? Optional.of(content) : Optional.empty(), List.copyOf(faults));
  }
}
