package io.entente.model.nativeobject;

/**
 * Identity of a native object within one gateway.
 *
 * @param kind the vendor's own kind, for example {@code route_configuration} or {@code plugin}
 * @param nativeId the vendor's own id
 */
public record ObjectKey(String kind, String nativeId) implements Comparable<ObjectKey> {

  public ObjectKey {
    if (kind.isBlank()) {
      throw new IllegalArgumentException("kind of object '" + nativeId + "' is blank");
    }
    if (nativeId.isBlank()) {
      throw new IllegalArgumentException("nativeId of a " + kind + " is blank");
    }
  }

  @Override
  public int compareTo(ObjectKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : nativeId.compareTo(other.nativeId);
  }

  @Override
  public String toString() {
    return kind + "/" + nativeId;
  }
}
