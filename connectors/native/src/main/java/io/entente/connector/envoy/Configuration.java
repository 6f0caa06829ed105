package io.entente.connector.envoy;

import com.google.protobuf.Any;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
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
   * @throws io.entente.model.problem.ProblemException when a document is not valid
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
    stored.resources().values().forEach(document -> collectRds(document, referredTo));
    return new Configuration(stored.version(), sets, referredTo);
  }

  private static void collectRds(Node node, Set<String> into) {
    if (node instanceof Node.Arr arr) {
      arr.items().forEach(item -> collectRds(item, into));
    } else if (node instanceof Node.Obj obj) {
      obj.field("rds")
          .filter(rds -> rds instanceof Node.Obj)
          .flatMap(rds -> ((Node.Obj) rds).field("route_config_name"))
          .ifPresent(
              name -> {
                if (name instanceof Node.Value v && v.value() instanceof Scalar.Text text) {
                  into.add(text.value());
                }
              });
      obj.fields().values().forEach(value -> collectRds(value, into));
    }
  }

  ResourceSet set(ResourceKind kind) {
    return sets.getOrDefault(kind, ResourceSet.of(new TreeMap<>()));
  }
}
