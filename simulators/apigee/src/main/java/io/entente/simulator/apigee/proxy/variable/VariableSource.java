package io.entente.simulator.apigee.proxy.variable;

import java.util.Optional;

/**
 * Flow variables by name. Values are {@code String}, {@code Boolean}, {@code Integer}, {@code
 * Long}, {@code Float} or {@code Double}.
 */
@FunctionalInterface
public interface VariableSource {

  /** Empty for a variable that is not set; conditions see null then. */
  Optional<Object> get(String name);

  default Optional<String> text(String name) {
    return get(name).map(String::valueOf);
  }
}
