package io.entente.translator.testkit;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.estate.Api;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.policy.Policy;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.PolicyDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The documents of one case.
 *
 * @param others what the vendor's tests say of the gateway, in kinds of their own
 */
public record CaseDocuments(List<Api> apis, List<Policy> policies, List<Node.Obj> others) {

  public CaseDocuments {
    apis = List.copyOf(apis);
    policies = List.copyOf(policies);
    others = List.copyOf(others);
  }

  /**
   * @param others kinds besides Api and Policy
   * @throws IllegalArgumentException a document is of none of the kinds
   */
  public static CaseDocuments read(String yaml, Set<String> others) {
    var apis = new ArrayList<Api>();
    var policies = new ArrayList<Policy>();
    var found = new ArrayList<Node.Obj>();
    for (Node document : YamlTree.readAll(yaml, TreeLimits.DOCUMENT)) {
      String kind = kind((Node.Obj) document).orElse("");
      if (kind.equals("Api")) {
        apis.add(ApiDocuments.read(document, 1));
      } else if (kind.equals("Policy")) {
        policies.add(PolicyDocuments.read(document, 1));
      } else if (others.contains(kind)) {
        found.add((Node.Obj) document);
      } else {
        throw new IllegalArgumentException("not a document of a case: " + document);
      }
    }
    return new CaseDocuments(apis, policies, found);
  }

  /** The others of one kind, in their order. */
  public List<Node.Obj> all(String kind) {
    return others.stream().filter(other -> kind(other).equals(Optional.of(kind))).toList();
  }

  /** The only one of a kind, where there is one. */
  public Optional<Node.Obj> one(String kind) {
    List<Node.Obj> all = all(kind);
    if (all.size() > 1) {
      throw new IllegalArgumentException(all.size() + " documents of kind " + kind);
    }
    return all.stream().findFirst();
  }

  private static Optional<String> kind(Node.Obj document) {
    return document
        .field("kind")
        .filter(kind -> kind instanceof Node.Value)
        .map(kind -> ((Node.Value) kind).value())
        .filter(kind -> kind instanceof Scalar.Text)
        .map(kind -> ((Scalar.Text) kind).value());
  }
}
