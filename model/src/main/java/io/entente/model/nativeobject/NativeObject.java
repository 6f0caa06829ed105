package io.entente.model.nativeobject;

import java.util.Set;

/**
 * One object of a gateway: the vendor's own document and what of it is ours.
 *
 * @param key identity within the gateway
 * @param content the document
 * @param claims empty when the object is wholly foreign
 */
public record NativeObject(ObjectKey key, Content content, Set<Claim> claims) {

  public NativeObject {
    claims = Set.copyOf(claims);
    boolean files = content instanceof Content.Files;
    for (Claim claim : claims) {
      if (!(claim instanceof Claim.Whole) && files != (claim instanceof Claim.FileSet)) {
        throw new IllegalArgumentException(
            "object " + key + ": claim " + claim + " does not fit its content");
      }
    }
  }

  public static NativeObject foreign(ObjectKey key, Content content) {
    return new NativeObject(key, content, Set.of());
  }

  /** True when one claim covers the whole object. */
  public boolean wholeClaimed() {
    return claims.stream().anyMatch(c -> c instanceof Claim.Whole);
  }

  public NativeObject withContent(Content changed) {
    return new NativeObject(key, changed, claims);
  }

  public NativeObject withClaims(Set<Claim> changed) {
    return new NativeObject(key, content, changed);
  }
}
