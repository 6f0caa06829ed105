package io.entente.hub.discovery;

import java.util.Optional;

/**
 * Something on a gateway that acts on requests, put there by anybody.
 *
 * @param object the native object it stands in, {@code kind/id}
 * @param name for people
 * @param type the vendor's own type of it
 * @param place where it acts, in the vendor's words, for example {@code PreFlow request}
 * @param when the vendor's condition for it to act; empty where it always does
 * @param acts false where it is switched off
 * @param ours whether Entente made it
 * @param api the found API it is limited to, by its ref
 * @param route the found route it is limited to, by its id
 */
public record FoundPolicy(
    String object,
    String name,
    String type,
    String place,
    Optional<String> when,
    boolean acts,
    boolean ours,
    Optional<String> api,
    Optional<String> route) {

  /** How wide it reaches. */
  public enum Scope {
    GATEWAY,
    API,
    ROUTE
  }

  /** The narrowest of what it is limited to. */
  public Scope scope() {
    if (route.isPresent()) {
      return Scope.ROUTE;
    }
    return api.isPresent() ? Scope.API : Scope.GATEWAY;
  }
}
