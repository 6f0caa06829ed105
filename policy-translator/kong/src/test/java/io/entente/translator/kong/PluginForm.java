package io.entente.translator.kong;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What shows of a plugin instance without any exchange. */
final class PluginForm {

  private PluginForm() {}

  /** Why somebody would refuse it, or not know it as ours, where it is of the policy {@code p}. */
  static Optional<String> wrong(ObjectKey key, Node.Obj document) {
    return wrong(key, document, List.of("p"));
  }

  /**
   * @param policies that it is of
   */
  static Optional<String> wrong(ObjectKey key, Node.Obj document, List<String> policies) {
    if (!document.field("name").filter(Node.Value.class::isInstance).isPresent()
        || !Recorded.schema()
            .documents()
            .containsKey("plugins/" + Recorded.text(Recorded.field(document, "name")))) {
      return Optional.of("schema: no such plugin");
    }
    List<String> complaints = SchemaJudge.complaints(key.kind(), document);
    if (!complaints.isEmpty()) {
      return Optional.of("schema: " + complaints.get(0));
    }
    if (!document.field("id").equals(Optional.of(Node.text(key.nativeId())))) {
      return Optional.of("ownership: id");
    }
    var tags = new ArrayList<Node>(List.of(Node.text("entente")));
    policies.forEach(policy -> tags.add(Node.text("entente-policy:" + policy)));
    if (!document.field("tags").equals(Optional.of(Node.arr(tags)))) {
      return Optional.of("ownership: tags");
    }
    List<Node> protocols =
        document.field("protocols").map(list -> ((Node.Arr) list).items()).orElse(List.of());
    return List.of("grpc", "grpcs", "http", "https").stream()
        .filter(protocol -> !protocols.contains(Node.text(protocol)))
        .findFirst()
        .map(protocol -> "escape: requests over " + protocol);
  }
}
