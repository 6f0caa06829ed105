package io.entente.connector.envoy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Rewrites typed configs that are newer than this build's Envoy API into {@code TypedStruct}, which
 * Envoy converts by its own schema. So every feature of a newer Envoy can be used, and Envoy itself
 * judges what we cannot.
 */
final class TypedConfigs {

  private static final String TYPED_STRUCT = "type.googleapis.com/xds.type.v3.TypedStruct";

  private TypedConfigs() {}

  /** {@code node} with every typed config that we cannot express passed through. */
  static Node passThroughUnknown(Node node) {
    if (node instanceof Node.Arr arr) {
      var items = new ArrayList<Node>();
      arr.items().forEach(item -> items.add(passThroughUnknown(item)));
      return new Node.Arr(items);
    }
    if (!(node instanceof Node.Obj obj)) {
      return node;
    }
    Optional<String> typeUrl = EnvoyTypes.typeUrl(obj);
    if (typeUrl.isPresent() && typeUrl.get().equals(TYPED_STRUCT)) {
      return obj;
    }
    var fields = new TreeMap<String, Node>();
    obj.fields().forEach((name, value) -> fields.put(name, passThroughUnknown(value)));
    var rewritten = new Node.Obj(fields);
    if (typeUrl.isEmpty()) {
      return rewritten;
    }
    Optional<Descriptor> type = EnvoyTypes.find(typeUrl.get());
    return type.isPresent() && !newerThanApi(type.get(), rewritten)
        ? rewritten
        : typedStruct(typeUrl.get(), obj);
  }

  private static boolean newerThanApi(Descriptor type, Node.Obj config) {
    if (type.getFullName().startsWith("google.protobuf.")) {
      return false;
    }
    try {
      JsonFormat.parser()
          .usingTypeRegistry(EnvoyTypes.registryFor(config))
          .merge(ProtoJson.of(config.without("@type")), DynamicMessage.newBuilder(type));
      return false;
    } catch (InvalidProtocolBufferException e) {
      String message = String.valueOf(e.getMessage());
      return message.contains("Cannot find field: ") || message.contains("Invalid enum value: ");
    } catch (IllegalArgumentException e) {
      // A secret or pending value: the codec reports it with its path.
      return false;
    }
  }

  /** Keeps the original below it: Envoy reads nested typed configs by its own schema too. */
  private static Node typedStruct(String typeUrl, Node.Obj config) {
    return Node.obj()
        .with("@type", Node.text(TYPED_STRUCT))
        .with("type_url", Node.text(typeUrl))
        .with("value", config.without("@type"));
  }
}
