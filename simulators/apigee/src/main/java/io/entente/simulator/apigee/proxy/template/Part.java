package io.entente.simulator.apigee.proxy.template;

import java.util.List;
import java.util.Optional;

/** A piece of a template. */
sealed interface Part {

  /** Goes out as it is. */
  record Literal(String text) implements Part {}

  /** Its value, or the fallback after the colon. */
  record Variable(String name, Optional<String> fallback) implements Part {}

  /** A call; arguments are literals or variables. */
  record Call(String function, List<Part> arguments) implements Part {}
}
