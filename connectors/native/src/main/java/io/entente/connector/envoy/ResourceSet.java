package io.entente.connector.envoy;

import com.google.protobuf.Any;
import io.entente.model.nativeobject.Hash;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packed resources of one kind, by name.
 *
 * @param version a hash of the content: equal sets have equal versions, also after a restart
 */
record ResourceSet(SortedMap<String, Any> resources, String version) {

  private static final int VERSION_LENGTH = 16;

  ResourceSet {
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  static ResourceSet of(SortedMap<String, Any> resources) {
    var text = new StringBuilder();
    resources.forEach(
        (name, any) ->
            text.append(Hash.ofBytes(any.toByteArray()).hex())
                .append(' ')
                .append(name)
                .append('\n'));
    return new ResourceSet(
        resources, Hash.ofText(text.toString()).hex().substring(0, VERSION_LENGTH));
  }

  /** Only those named. */
  ResourceSet only(Collection<String> names) {
    var kept = new TreeMap<>(resources);
    kept.keySet().retainAll(names);
    return kept.size() == resources.size() ? this : of(kept);
  }

  /** This set, and those of {@code other} whose names it does not have. */
  ResourceSet with(ResourceSet other) {
    var union = new TreeMap<>(other.resources);
    union.putAll(resources);
    return union.size() == resources.size() ? this : of(union);
  }

  /** True when every resource of {@code other} is here, byte for byte. */
  boolean holds(ResourceSet other) {
    return other.resources.entrySet().stream()
        .allMatch(e -> e.getValue().equals(resources.get(e.getKey())));
  }
}
