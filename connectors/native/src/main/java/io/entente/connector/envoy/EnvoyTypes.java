package io.entente.connector.envoy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Message types of the Envoy API by their protobuf name. Found by the API's own naming rule (Java
 * package = prefix + protobuf package), so nothing has to scan the class path.
 */
final class EnvoyTypes {

  private static final Pattern NAME =
      Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*\\.[A-Z][A-Za-z0-9_]*");

  private static final Map<String, Optional<Descriptor>> KNOWN = new ConcurrentHashMap<>();

  private EnvoyTypes() {}

  /** The type URL that {@code node} carries as its {@code @type}. */
  static Optional<String> typeUrl(Node.Obj node) {
    return node.field("@type")
        .flatMap(
            n ->
                n instanceof Node.Value v && v.value() instanceof Scalar.Text text
                    ? Optional.of(text.value())
                    : Optional.empty());
  }

  /** The type behind a type URL; empty when this build's Envoy API does not have it. */
  static Optional<Descriptor> find(String typeUrl) {
    String name = typeUrl.substring(typeUrl.lastIndexOf('/') + 1);
    if (name.length() > 255 || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Optional<Descriptor> known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    Optional<Descriptor> loaded = load(name);
    // Only hits are kept: names that do not exist come from documents and have no bound.
    loaded.ifPresent(d -> KNOWN.put(name, loaded));
    return loaded;
  }

  /** A registry of every known type that {@code node} names, at any depth. */
  static TypeRegistry registryFor(Node node) {
    var names = new HashSet<String>();
    collect(node, names);
    var registry = TypeRegistry.newBuilder();
    names.forEach(url -> find(url).ifPresent(registry::add));
    registry.add(com.github.xds.type.v3.TypedStruct.getDescriptor());
    return registry.build();
  }

  private static void collect(Node node, Set<String> into) {
    if (node instanceof Node.Obj obj) {
      typeUrl(obj).ifPresent(into::add);
      obj.fields().values().forEach(n -> collect(n, into));
    } else if (node instanceof Node.Arr arr) {
      arr.items().forEach(n -> collect(n, into));
    }
  }

  private static Optional<Descriptor> load(String name) {
    try {
      Class<?> type = Class.forName(javaName(name), false, EnvoyTypes.class.getClassLoader());
      if (!Message.class.isAssignableFrom(type)) {
        return Optional.empty();
      }
      return Optional.of((Descriptor) type.getMethod("getDescriptor").invoke(null));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  private static String javaName(String name) {
    if (name.startsWith("google.protobuf.")) {
      return "com." + name;
    }
    if (name.startsWith("xds.")) {
      return "com.github." + name;
    }
    return "io.envoyproxy." + name;
  }
}
