package io.entente.connector.envoy;

import com.google.protobuf.Any;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one gateway is to run at one store version, packed.
 *
 * @param version of the store
 * @param routesReferredTo names of route configurations that documents fetch by RDS
 */
record Configuration(
    long version, Map<ResourceKind, ResourceSet> sets, Set<String> routesReferredTo) {

  Configuration {
    sets = Map.copyOf(sets);
    routesReferredTo = Set.copyOf(routesReferredTo);
  }

  /**
   * Packs what is stored.
   *
   * @throws io.entente.model.problem.ProblemException when a document is not valid, or refers to
   *     routes that are not there
   */
  static Configuration of(StoredResources stored, ResourceCodec codec) {
    var sets = new EnumMap<ResourceKind, ResourceSet>(ResourceKind.class);
    stored.resources().keySet().forEach(codec::requireServed);
    for (ResourceKind kind : ResourceKind.values()) {
      var packed = new TreeMap<String, Any>();
      stored
          .resources()
          .forEach(
              (key, document) -> {
                if (key.kind().equals(kind.kind())) {
                  packed.put(key.nativeId(), codec.pack(key, document));
                }
              });
      sets.put(kind, ResourceSet.of(packed));
    }
    var referredTo = new HashSet<String>();
    stored
        .resources()
        .forEach(
            (key, document) ->
                referredTo.addAll(RouteReferences.require(key, document, stored.resources())));
    return new Configuration(stored.version(), sets, referredTo);
  }

  ResourceSet set(ResourceKind kind) {
    return sets.getOrDefault(kind, ResourceSet.of(new TreeMap<>()));
  }
}
