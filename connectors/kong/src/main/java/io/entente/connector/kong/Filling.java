package io.entente.connector.kong;

import io.entente.connector.spi.Secrets;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the values in that only a write may hold: secrets, and outputs of earlier steps. A secret is
 * taken only if it still is the one the plan was approved with.
 */
final class Filling {

  private final Secrets secrets;
  private final SecretEdge edge;
  private final Map<Node.Pending, Node> known;
  private final Set<String> used = new HashSet<>();

  /**
   * @param edge has seen what the gateway holds now, so that its own secrets can be written back
   */
  Filling(Secrets secrets, SecretEdge edge, Map<Node.Pending, Node> known) {
    this.secrets = secrets;
    this.edge = edge;
    this.known = known;
  }

  /** The change with every value in its wanted side that can be had; others stay as they are. */
  Change change(Change change) {
    return new Change(change.key(), change.before(), change.after().map(this::object));
  }

  private NativeObject object(NativeObject object) {
    return object.content() instanceof Content.Tree tree
        ? object.withContent(new Content.Tree(fill(tree.root())))
        : object;
  }

  /** What still cannot be written in {@code node}, if anything. */
  Optional<AdminFailure> missing(Node node, NodePath path) {
    if (node instanceof Node.Obj obj) {
      return obj.fields().entrySet().stream()
          .flatMap(e -> missing(e.getValue(), path.field(e.getKey())).stream())
          .findFirst();
    }
    if (node instanceof Node.Arr list) {
      for (int i = 0; i < list.items().size(); i++) {
        var found = missing(list.items().get(i), path.index(i));
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    if (node instanceof Node.Secret secret) {
      return Optional.of(unresolved(secret, path));
    }
    return node instanceof Node.Pending pending
        ? Optional.of(pending(pending, path))
        : Optional.empty();
  }

  /** Cuts every secret that was filled in out of a text. */
  String scrubbed(String text) {
    String safe = text;
    for (String secret : used) {
      safe = safe.replace(secret, "***");
    }
    return safe;
  }

  private Node fill(Node node) {
    if (node instanceof Node.Obj obj) {
      var fields = new TreeMap<String, Node>();
      obj.fields().forEach((name, value) -> fields.put(name, fill(value)));
      return new Node.Obj(fields);
    }
    if (node instanceof Node.Arr list) {
      var items = new ArrayList<Node>();
      list.items().forEach(item -> items.add(fill(item)));
      return Node.arr(items);
    }
    if (node instanceof Node.Secret secret) {
      return value(secret).map(text -> (Node) Node.text(text)).orElse(secret);
    }
    return node instanceof Node.Pending ? known.getOrDefault(node, node) : node;
  }

  private Optional<String> value(Node.Secret secret) {
    var value =
        secrets
            .resolve(secret.ref())
            .filter(text -> secrets.fingerprint(text).equals(secret.hmac()))
            .or(() -> edge.seen(secret.hmac()));
    value.ifPresent(used::add);
    return value;
  }

  private AdminFailure unresolved(Node.Secret secret, NodePath path) {
    boolean changed = secrets.resolve(secret.ref()).isPresent();
    String code = changed ? KongErrorCode.SECRET_CHANGED : KongErrorCode.SECRET_UNRESOLVED;
    String message =
        changed
            ? "The secret " + secret.ref().value() + " is another than when the plan was made"
            : "The secret " + secret.ref().value() + " cannot be had";
    return refused(
        Problem.user(
            code,
            message,
            path.toString(),
            changed ? "Plan again." : "Provide the secret under this reference and apply again."));
  }

  private static AdminFailure pending(Node.Pending pending, NodePath path) {
    return refused(
        Problem.user(
            KongErrorCode.VALUE_PENDING,
            "The " + pending.output() + " of " + pending.producer() + " is not known",
            path.toString(),
            "Apply the plan from its beginning."));
  }

  private static AdminFailure refused(Problem problem) {
    return new AdminFailure(0, FailureClass.FIX_CONFIG, problem, false);
  }
}
