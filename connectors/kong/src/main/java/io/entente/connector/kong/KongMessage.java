package io.entente.connector.kong;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.Optional;

/**
 * What Kong says when it refuses. Values are cut out of it: {@code UNIQUE violation detected on
 * '{key="..."}'} repeats credentials.
 *
 * @param text for people, on one line
 * @param field the first field found wrong
 */
record KongMessage(String text, Optional<String> field) {

  private static final int LONGEST = 400;
  private static final TreeLimits LIMITS = new TreeLimits(1 << 20, 64);

  static KongMessage of(Optional<String> body) {
    if (body.isEmpty() || body.get().isBlank()) {
      return new KongMessage("without a message", Optional.empty());
    }
    try {
      Node root = JsonTree.read(body.get(), LIMITS);
      if (root instanceof Node.Obj obj) {
        return of(obj);
      }
    } catch (ProblemException e) {
      // Not JSON: proxies and nginx itself answer with HTML, of which nothing is worth repeating.
    }
    return new KongMessage("a text that is not Kong's", Optional.empty());
  }

  private static KongMessage of(Node.Obj body) {
    String message =
        text(body.field("message")).or(() -> text(body.field("error"))).orElse("no message");
    // Of a unique violation the fields hold the values themselves, credentials among them.
    var taken =
        message.startsWith("UNIQUE")
            ? body.field("fields").flatMap(KongMessage::firstName)
            : Optional.<String>empty();
    if (taken.isPresent()) {
      return new KongMessage("the " + taken.get() + " is taken by another entity", taken);
    }
    var place = deepest(body.field("fields").orElse(Node.nothing()), NodePath.root());
    var flattened = place.or(() -> flattened(body.field("flattened_errors")));
    String detail = flattened.map(found -> "; " + found.text()).orElse("");
    String line = (message + detail).replaceAll("\\s+", " ").strip();
    String safe = line.replaceAll("=\"[^\"]*\"", "=\"***\"");
    return new KongMessage(
        safe.length() > LONGEST ? safe.substring(0, LONGEST) + "..." : safe,
        flattened.flatMap(KongMessage::field).filter(path -> !path.isEmpty()));
  }

  private static Optional<String> firstName(Node fields) {
    return fields instanceof Node.Obj obj && !obj.fields().isEmpty()
        ? Optional.of(String.join(", ", obj.fields().keySet()))
        : Optional.empty();
  }

  /** The first text below {@code fields}: where it is and what it says. */
  private static Optional<KongMessage> deepest(Node node, NodePath path) {
    if (node instanceof Node.Obj obj) {
      return obj.fields().entrySet().stream()
          .flatMap(e -> deepest(e.getValue(), path.field(e.getKey())).stream())
          .findFirst();
    }
    if (node instanceof Node.Arr list) {
      for (int i = 0; i < list.items().size(); i++) {
        var found = deepest(list.items().get(i), path.index(i));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    String at = path.toString().replace("@entity", "entity");
    return text(Optional.of(node)).map(said -> new KongMessage(at + ": " + said, Optional.of(at)));
  }

  private static Optional<KongMessage> flattened(Optional<Node> errors) {
    if (errors.isEmpty()
        || !(errors.get() instanceof Node.Arr list)
        || list.items().isEmpty()
        || !(list.items().get(0) instanceof Node.Obj first)) {
      return Optional.empty();
    }
    String entity =
        text(first.field("entity_type")).orElse("entity")
            + text(first.field("entity_id"))
                .or(() -> text(first.field("entity_name")))
                .map(name -> " " + name)
                .orElse("");
    if (first.field("errors").orElse(Node.nothing()) instanceof Node.Arr found
        && !found.items().isEmpty()
        && found.items().get(0) instanceof Node.Obj error) {
      String field = text(error.field("field")).orElse("entity");
      String said = text(error.field("message")).orElse("refused");
      return Optional.of(
          new KongMessage(entity + " at " + field + ": " + said, Optional.of(field)));
    }
    return Optional.empty();
  }

  private static Optional<String> text(Optional<Node> node) {
    return node.isPresent()
            && node.get() instanceof Node.Value value
            && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
