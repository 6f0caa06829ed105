package io.entente.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an issuer says of a token when it is asked.
 *
 * @param active whether it counts now
 * @param subject whom it is about, if it says
 * @param scopes that it has
 * @param audiences that it is for
 * @param expires when it ends, if it says
 */
public record Introspection(
    boolean active,
    Optional<String> subject,
    List<String> scopes,
    List<String> audiences,
    Optional<Instant> expires) {

  public Introspection {
    scopes = List.copyOf(scopes);
    audiences = List.copyOf(audiences);
  }
}
