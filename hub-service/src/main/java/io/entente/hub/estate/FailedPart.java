package io.entente.hub.estate;

import io.entente.hub.estate.ConnectionTest.Part;
import java.util.Set;

/**
 * Which part of a connection a problem speaks of.
 *
 * @param shown the parts that are known to be good because of how it failed
 */
record FailedPart(Part part, Set<Part> shown) {

  FailedPart {
    shown = Set.copyOf(shown);
  }

  /**
   * By the problem's stable code.
   *
   * @param trying what was under way, where the code does not tell
   */
  static FailedPart of(String code, Part trying) {
    if (code.startsWith("OUTBOUND_")) {
      return new FailedPart(Part.ADDRESS, Set.of());
    }
    // Before anything was sent to the gateway itself.
    if (code.startsWith("CREDENTIAL_")
        || code.endsWith("_CREDENTIAL_INVALID")
        || code.endsWith("_CREDENTIAL_MISSING")
        || code.endsWith("_TOKEN_REFUSED")) {
      return new FailedPart(Part.AUTHENTICATED, Set.of(Part.ADDRESS));
    }
    if (code.endsWith("_UNREACHABLE") || code.endsWith("_TIMEOUT")) {
      return trying == Part.PERMITTED
          ? new FailedPart(Part.PERMITTED, Set.of(Part.ADDRESS, Part.REACHED))
          : new FailedPart(
              trying == Part.ADDRESS ? Part.ADDRESS : Part.REACHED,
              trying == Part.ADDRESS ? Set.of() : Set.of(Part.ADDRESS));
    }
    if (code.endsWith("_UNAUTHENTICATED")) {
      return new FailedPart(Part.AUTHENTICATED, Set.of(Part.ADDRESS, Part.REACHED));
    }
    if (code.endsWith("_FORBIDDEN")) {
      // Google says so of unknown organisations as well; that the token was taken is not shown.
      return new FailedPart(Part.PERMITTED, Set.of(Part.ADDRESS, Part.REACHED));
    }
    return trying == Part.PERMITTED
        ? new FailedPart(Part.PERMITTED, Set.of(Part.ADDRESS, Part.REACHED))
        : new FailedPart(
            trying == Part.ADDRESS ? Part.ADDRESS : Part.PROFILE,
            trying == Part.ADDRESS ? Set.of() : Set.of(Part.ADDRESS, Part.REACHED));
  }
}
