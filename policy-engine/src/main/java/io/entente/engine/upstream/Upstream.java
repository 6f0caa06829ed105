package io.entente.engine.upstream;

import java.util.List;

/** The endpoints of an API, and what each does. */
public interface Upstream {

  /** At least one; the same each time. */
  List<String> endpoints();

  /**
   * What the endpoint does to the next attempt.
   *
   * @param attempt 0 for the first of a request
   */
  Doing next(String endpoint, int attempt);
}
