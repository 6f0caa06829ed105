package io.entente.reconciliation;

import io.entente.model.claim.Regions;
import io.entente.model.nativeobject.Claim;
import java.util.Set;
import java.util.stream.Collectors;

/** One text for equal claims: sets have no order of their own, hashes need one. */
final class ClaimText {

  private ClaimText() {}

  static String of(Set<Claim> claims) {
    return claims.stream().map(ClaimText::of).sorted().collect(Collectors.joining("\n"));
  }

  private static String of(Claim claim) {
    String where =
        Regions.of(claim).stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    String why =
        claim.sources().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    return claim.getClass().getSimpleName() + " [" + where + "] from " + why;
  }
}
