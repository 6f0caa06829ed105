package io.entente.translator.apigee.dialect;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The canonical form of one document. */
final class ApigeeCanon {

  /** Written by Apigee, different after every write of the same. */
  private static final Set<String> VOLATILE =
      Set.of("createdAt", "lastModifiedAt", "createdBy", "lastModifiedBy", "etag");

  /** Lists of which Apigee promises no order. */
  private static final Set<String> UNORDERED =
      Set.of(
          "apiProducts",
          "apps",
          "attributes",
          "companies",
          "environments",
          "hostnames",
          "proxies",
          "scopes");

  private ApigeeCanon() {}

  static Node of(String kind, Node root) {
    Node plain = plain(root);
    if (!(plain instanceof Node.Obj obj)) {
      return plain;
    }
    return switch (kind) {
      case ApigeeKinds.FLOWHOOKS -> hook(obj);
      case ApigeeKinds.TARGETSERVERS -> targetServer(obj);
      default -> obj;
    };
  }

  private static Node plain(Node node) {
    if (node instanceof Node.Arr arr) {
      return Node.arr(arr.items().stream().map(ApigeeCanon::plain).toList());
    }
    if (!(node instanceof Node.Obj obj)) {
      return node;
    }
    var fields = new TreeMap<String, Node>();
    obj.fields()
        .forEach(
            (name, value) -> {
              if (!VOLATILE.contains(name) && !isNull(value)) {
                Node child = plain(value);
                fields.put(
                    name,
                    UNORDERED.contains(name) && child instanceof Node.Arr arr
                        ? sorted(arr)
                        : child);
              }
            });
    return new Node.Obj(fields);
  }

  /** A hook at which nothing is attached says nothing more. */
  private static Node.Obj hook(Node.Obj hook) {
    if (hook.field(FlowHook.SHARED_FLOW).filter(v -> !v.equals(Node.text(""))).isEmpty()) {
      return hook.without(FlowHook.SHARED_FLOW)
          .without(FlowHook.CONTINUE_ON_ERROR)
          .without(FlowHook.DESCRIPTION);
    }
    Node.Obj said =
        hook.field(FlowHook.CONTINUE_ON_ERROR).isPresent()
            ? hook
            : hook.with(FlowHook.CONTINUE_ON_ERROR, Node.bool(true));
    return said.field(FlowHook.DESCRIPTION).equals(Optional.of(Node.text("")))
        ? said.without(FlowHook.DESCRIPTION)
        : said;
  }

  private static Node.Obj targetServer(Node.Obj server) {
    Node.Obj enabled =
        server.field("isEnabled").isPresent() ? server : server.with("isEnabled", Node.bool(true));
    return enabled.field("protocol").isPresent()
        ? enabled
        : enabled.with("protocol", Node.text("HTTP"));
  }

  private static Node.Arr sorted(Node.Arr arr) {
    return Node.arr(
        arr.items().stream()
            .sorted(Comparator.<Node, String>comparing(CanonicalText::of))
            .toList());
  }

  private static boolean isNull(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Null;
  }
}
