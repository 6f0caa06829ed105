package io.entente.engine.upstream;

import java.time.Duration;
import java.util.List;

/**
 * What the caller gets.
 *
 * @param status of the answer
 * @param began when its status went out, since the request was received
 * @param ended when its last byte went out or it was cut off
 * @param whole whether all of it went out
 * @param rule what ended the request or its answer, for example {@code timeout.request}; {@code
 *     upstream} where the upstream did
 * @param tried the endpoint of each attempt, in order
 */
public record Outcome(
    int status, Duration began, Duration ended, boolean whole, String rule, List<String> tried) {

  public Outcome {
    tried = List.copyOf(tried);
  }
}
