package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A rule of one field that Kong keeps in a function. Given values only. */
@FunctionalInterface
public interface Rule {

  /** What is wrong with the value, in Kong's words. */
  Optional<String> violation(JsonNode value);
}
