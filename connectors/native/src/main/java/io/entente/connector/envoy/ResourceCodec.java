package io.entente.connector.envoy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;

/**
 * Resource documents (proto JSON, snake_case names) to protobuf messages. Typed configs whose type
 * or fields are newer than this build's Envoy API travel as {@code TypedStruct}. Stateless; safe to
 * share between threads.
 */
public final class ResourceCodec {

  /**
   * The resource as its protobuf message.
   *
   * @throws ProblemException ENVOY_KIND_UNKNOWN, ENVOY_NAME_MISMATCH or ENVOY_DOCUMENT_INVALID
   *     (kind USER) with the path inside the document
   */
  public Message message(ObjectKey key, Node document) {
    ResourceKind kind = kind(key);
    if (!(document instanceof Node.Obj obj)) {
      throw invalid(key, NodePath.root(), "it is not an object");
    }
    Message.Builder builder = kind.prototype().newBuilderForType();
    Node passable = TypedConfigs.passThroughUnknown(obj);
    try {
      JsonFormat.parser()
          .usingTypeRegistry(EnvoyTypes.registryFor(passable))
          .merge(ProtoJson.of(passable), builder);
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      var fault =
          ResourceFault.find(kind.prototype().getDescriptorForType(), passable, NodePath.root());
      throw fault.isPresent()
          ? invalid(key, fault.get().path(), fault.get().message())
          : invalid(key, NodePath.root(), String.valueOf(e.getMessage()));
    }
    requireName(key, obj);
    return builder.build();
  }

  /** The same, packed as xDS carries it. */
  public Any pack(ObjectKey key, Node document) {
    return Any.pack(message(key, document));
  }

  /**
   * Checks that Envoys are served resources of this kind.
   *
   * @throws ProblemException ENVOY_KIND_UNKNOWN
   */
  void requireServed(ObjectKey key) {
    kind(key);
  }

  private static ResourceKind kind(ObjectKey key) {
    return ResourceKind.ofKind(key.kind())
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.user(
                        "ENVOY_KIND_UNKNOWN",
                        "Envoy resource kind '" + key.kind() + "' is not served",
                        key.toString(),
                        key.kind(),
                        "Use cluster, route_configuration or listener.")));
  }

  private static void requireName(ObjectKey key, Node.Obj document) {
    boolean same =
        document
            .field("name")
            .filter(n -> n.equals(new Node.Value(new Scalar.Text(key.nativeId()))))
            .isPresent();
    if (!same) {
      throw new ProblemException(
          Problem.user(
              "ENVOY_NAME_MISMATCH",
              "The document of " + key + " does not carry its name",
              key + " name",
              "Set name to '" + key.nativeId() + "'."));
    }
  }

  private static ProblemException invalid(ObjectKey key, NodePath path, String message) {
    return new ProblemException(
        Problem.user(
            "ENVOY_DOCUMENT_INVALID",
            "Not a valid " + key.kind() + " at '" + path + "': " + message,
            key + " " + path,
            "Mend the document at the path named."));
  }
}
