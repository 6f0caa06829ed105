package io.entente.policy;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.OpenApiDocument.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The references of an OpenAPI document: each leads to a part of the same document, and none to
 * itself before anything of a value was looked at, which would never end.
 */
final class OpenApiReferences {

  private static final String REF = "$ref";

  /** Names that give a schema another place or dialect, or refer in other ways. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "$id",
          "$schema",
          "$anchor",
          "$dynamicRef",
          "$dynamicAnchor",
          "$recursiveRef",
          "jsonSchemaDialect",
          "externalValue",
          "operationRef");

  private static final List<String> ALL_OF_A_VALUE = List.of("allOf", "anyOf", "oneOf");
  private static final List<String> ONE_OF_A_VALUE = List.of("not", "if", "then", "else");

  private final Node.Obj document;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> ending = new HashSet<>();

  private OpenApiReferences(Node.Obj document) {
    this.document = document;
  }

  static List<Fault> faults(Node.Obj document) {
    var check = new OpenApiReferences(document);
    check.look(document, NodePath.root());
    return check.faults;
  }

  static Node resolved(Node.Obj document, Node part) {
    Node found = part;
    for (int hop = 0; hop < 32; hop++) {
      Optional<String> reference = OpenApiDocument.text(found, REF);
      if (reference.isEmpty()) {
        return found;
      }
      found = target(document, reference.get()).orElse(Node.nothing());
    }
    return Node.nothing();
  }

  private void look(Node node, NodePath at) {
    if (node instanceof Node.Arr arr) {
      for (int i = 0; i < arr.items().size(); i++) {
        look(arr.items().get(i), at.index(i));
      }
    }
    if (!(node instanceof Node.Obj obj)) {
      return;
    }
    obj.fields()
        .forEach(
            (name, value) -> {
              NodePath below = at.field(name);
              Optional<String> text = OpenApiDocument.text(value);
              if (name.equals(REF) && text.isPresent()) {
                reference(text.get(), value, below);
              } else if (ELSEWHERE.contains(name) && text.isPresent()) {
                faults.add(
                    new Fault(below, value, "without " + name + ": the document stands alone"));
              } else if (name.equals("mapping")) {
                mapping(value, below);
              }
              look(value, below);
            });
  }

  private void reference(String text, Node value, NodePath at) {
    Optional<Node> target = target(document, text);
    if (target.isEmpty()) {
      faults.add(new Fault(at, value, "a part of the same document: #/..."));
    } else if (!ends(text, target.get(), new HashSet<>(Set.of(text)))) {
      faults.add(new Fault(at, value, "a schema that does not contain itself as a whole"));
    }
  }

  private void mapping(Node value, NodePath at) {
    if (value instanceof Node.Obj names) {
      names
          .fields()
          .forEach(
              (name, to) ->
                  OpenApiDocument.text(to)
                      .filter(text -> text.contains("/") || text.contains("."))
                      .filter(text -> target(document, text).isEmpty())
                      .ifPresent(
                          text ->
                              faults.add(
                                  new Fault(at.field(name), to, "a part of the same document"))));
    }
  }

  /** Whether what is asked of one value, before anything inside of it, comes to an end. */
  private boolean ends(String pointer, Node schema, Set<String> open) {
    if (ending.contains(pointer)) {
      return true;
    }
    if (!inPlaceEnds(schema, open)) {
      return false;
    }
    ending.add(pointer);
    return true;
  }

  private boolean inPlaceEnds(Node schema, Set<String> open) {
    if (!(schema instanceof Node.Obj obj)) {
      return true;
    }
    Optional<String> reference = OpenApiDocument.text(schema, REF);
    if (reference.isPresent()) {
      Optional<Node> target = target(document, reference.get());
      if (target.isPresent()) {
        if (!open.add(reference.get())) {
          return false;
        }
        boolean ends = ends(reference.get(), target.get(), open);
        open.remove(reference.get());
        if (!ends) {
          return false;
        }
      }
    }
    var inPlace = new ArrayList<Node>();
    ALL_OF_A_VALUE.forEach(
        name -> {
          if (obj.field(name).orElse(null) instanceof Node.Arr all) {
            inPlace.addAll(all.items());
          }
        });
    ONE_OF_A_VALUE.forEach(name -> obj.field(name).ifPresent(inPlace::add));
    inPlace.addAll(OpenApiDocument.members(schema, "dependentSchemas").values());
    return inPlace.stream().allMatch(part -> inPlaceEnds(part, open));
  }

  static Optional<Node> target(Node.Obj document, String reference) {
    if (!reference.startsWith("#/") || reference.contains("%")) {
      return Optional.empty();
    }
    Node found = document;
    for (String segment : reference.substring(2).split("/", -1)) {
      String name = segment.replace("~1", "/").replace("~0", "~");
      if (found instanceof Node.Obj obj && obj.field(name).isPresent()) {
        found = obj.field(name).get();
      } else if (found instanceof Node.Arr arr
          && name.matches("0|[1-9][0-9]{0,5}")
          && Integer.parseInt(name) < arr.items().size()) {
        found = arr.items().get(Integer.parseInt(name));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }
}
