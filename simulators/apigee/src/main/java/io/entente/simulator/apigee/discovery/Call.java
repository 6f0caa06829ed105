package io.entente.simulator.apigee.discovery;

import java.util.Map;

/**
 * A method that is called.
 *
 * @param variables of its path
 */
public record Call(Method method, Map<String, String> variables) {

  public Call {
    variables = Map.copyOf(variables);
  }
}
