package io.entente.translator.kong.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import io.entente.translator.kong.KongNames;
import java.util.List;
import java.util.Optional;

/**
 * One entity of a gateway, an object of its own or a part of a declarative document.
 *
 * @param kind as the Admin API names its collection
 * @param id Kong's id, else what stands for it in the document
 * @param body canonical
 * @param from the object it is, or is part of
 * @param path where in that object
 */
record Entity(String kind, String id, Node.Obj body, ObjectKey from, NodePath path) {

  ObjectKey key() {
    return new ObjectKey(kind, id);
  }

  Optional<String> name() {
    return text("name");
  }

  Optional<String> text(String field) {
    return given(field).flatMap(Entity::text);
  }

  /** A field that is not null. */
  Optional<Node> given(String field) {
    return body.field(field).filter(node -> !Config.isNull(node));
  }

  List<Node> list(String field) {
    return given(field)
        .map(node -> node instanceof Node.Arr arr ? arr.items() : List.of(node))
        .orElse(List.of());
  }

  /** What a foreign key points at: an id or a name, bare or in an object. */
  Optional<String> reference(String field) {
    return given(field)
        .map(
            node ->
                text(node)
                    .or(
                        () ->
                            node instanceof Node.Obj obj
                                ? obj.field("id").or(() -> obj.field("name")).flatMap(Entity::text)
                                : Optional.empty())
                    .orElse(""));
  }

  /** Whether these are tags of ours only. */
  static boolean ours(List<Node> tags) {
    return tags.stream()
        .map(tag -> text(tag).orElse(""))
        .allMatch(tag -> tag.equals(KongNames.TAG) || tag.startsWith(KongNames.TAG + "-policy:"));
  }

  static Optional<String> text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
