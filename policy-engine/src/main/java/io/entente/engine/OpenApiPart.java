package io.entente.engine;

import io.entente.model.tree.Node;
import io.entente.policy.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of an OpenAPI document, and where it is; never a reference, but what it leads to.
 *
 * @param pointer by RFC 6901
 */
record OpenApiPart(Node.Obj document, Node node, String pointer) {

  static OpenApiPart root(Node.Obj document) {
    return new OpenApiPart(document, document, "");
  }

  Optional<OpenApiPart> child(String name) {
    return node instanceof Node.Obj obj
        ? obj.field(name).map(found -> below(found, name))
        : Optional.empty();
  }

  List<OpenApiPart> items(String name) {
    var items = new ArrayList<OpenApiPart>();
    child(name)
        .ifPresent(
            list -> {
              if (list.node() instanceof Node.Arr arr) {
                for (int i = 0; i < arr.items().size(); i++) {
                  items.add(list.below(arr.items().get(i), Integer.toString(i)));
                }
              }
            });
    return items;
  }

  String text(String member) {
    return OpenApiDocument.text(node, member).orElse("");
  }

  boolean says(String member) {
    return node instanceof Node.Obj obj
        && obj.field(member).filter(Node.bool(true)::equals).isPresent();
  }

  private OpenApiPart below(Node found, String name) {
    var part =
        new OpenApiPart(
            document, found, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    Optional<String> reference = OpenApiDocument.text(found, "$ref");
    return reference.isEmpty()
        ? part
        : new OpenApiPart(document, OpenApiDocument.resolved(document, found), last(found));
  }

  /** The last of the references that lead on from one. */
  private String last(Node found) {
    String pointer = OpenApiDocument.text(found, "$ref").orElseThrow();
    Node target = found;
    while (true) {
      target = OpenApiDocument.target(document, pointer).orElseThrow();
      Optional<String> next = OpenApiDocument.text(target, "$ref");
      if (next.isEmpty()) {
        return pointer.substring(1);
      }
      pointer = next.get();
    }
  }
}
