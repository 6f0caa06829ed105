package io.entente.simulator.kong.schema;

import java.util.Optional;

/** Finds the rules that a recorded schema does not show, by the path of the field. */
@FunctionalInterface
public interface Rules {

  /** No rules. */
  Rules NONE = path -> Optional.empty();

  /** Path as in {@code config.allow[]}: {@code []} for elements and values, {@code {}} for keys. */
  Optional<Rule> of(String path);
}
