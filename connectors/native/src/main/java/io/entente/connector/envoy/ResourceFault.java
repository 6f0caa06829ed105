package io.entente.connector.envoy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Optional;

/**
 * Finds where in a document the parser stumbled: protobuf names no path, so the smallest part that
 * does not parse alone is looked for.
 *
 * @param path the innermost place at fault
 * @param message the parser's words for it
 */
record ResourceFault(NodePath path, String message) {

  private static final int MAX_MESSAGE = 500;

  /** The innermost fault of {@code node} as a message of {@code type}; empty when it parses. */
  static Optional<ResourceFault> find(Descriptor type, Node node, NodePath path) {
    Optional<String> message = fault(type, node);
    if (message.isEmpty()) {
      return Optional.empty();
    }
    if (node instanceof Node.Obj obj) {
      for (var entry : obj.fields().entrySet()) {
        Optional<ResourceFault> inner = inField(type, entry.getKey(), entry.getValue(), path);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.of(new ResourceFault(path, message.get()));
  }

  private static Optional<ResourceFault> inField(
      Descriptor type, String name, Node value, NodePath path) {
    NodePath at = path.field(name);
    if (name.equals("@type")) {
      return Optional.empty();
    }
    Optional<FieldDescriptor> field = field(type, name);
    if (field.isPresent()
        && field.get().getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && !field.get().isMapField()) {
      if (field.get().isRepeated() && value instanceof Node.Arr arr) {
        for (int i = 0; i < arr.items().size(); i++) {
          var inner = inMessage(field.get().getMessageType(), arr.items().get(i), at.index(i));
          if (inner.isPresent()) {
            return inner;
          }
        }
      } else if (!field.get().isRepeated()) {
        var inner = inMessage(field.get().getMessageType(), value, at);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return fault(type, Node.obj().with(name, value)).map(m -> new ResourceFault(at, m));
  }

  private static Optional<ResourceFault> inMessage(Descriptor type, Node value, NodePath at) {
    if (!(value instanceof Node.Obj obj)) {
      return Optional.empty();
    }
    if (type.getFullName().equals("google.protobuf.Any")) {
      return EnvoyTypes.typeUrl(obj)
          .flatMap(EnvoyTypes::find)
          .flatMap(inner -> find(inner, obj.without("@type"), at));
    }
    return type.getFullName().startsWith("google.protobuf.")
        ? Optional.empty()
        : find(type, obj, at);
  }

  private static Optional<FieldDescriptor> field(Descriptor type, String name) {
    return type.getFields().stream()
        .filter(f -> f.getName().equals(name) || f.getJsonName().equals(name))
        .findFirst();
  }

  private static Optional<String> fault(Descriptor type, Node node) {
    try {
      JsonFormat.parser()
          .usingTypeRegistry(EnvoyTypes.registryFor(node))
          .merge(ProtoJson.of(node), DynamicMessage.newBuilder(type));
      return Optional.empty();
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      return Optional.of(message.substring(0, Math.min(MAX_MESSAGE, message.length())));
    }
  }
}
