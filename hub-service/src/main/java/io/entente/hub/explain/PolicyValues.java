package io.entente.hub.explain;

import io.entente.hub.explain.ApiExplanation.Setting;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.policy.Policy;
import io.entente.policy.document.PolicyDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a policy says, value by value. */
final class PolicyValues {

  /** Said of the policy elsewhere, or not of its rule. */
  private static final Set<String> BESIDE = Set.of("targetRefs", "merge", "priority");

  private PolicyValues() {}

  static List<Setting> of(Policy policy) {
    var settings = new ArrayList<Setting>();
    if (PolicyDocuments.write(policy) instanceof Node.Obj document
        && document.fields().get("spec") instanceof Node.Obj spec) {
      spec.fields()
          .forEach(
              (name, value) -> {
                if (!BESIDE.contains(name)) {
                  add(name, value, settings);
                }
              });
    }
    return settings;
  }

  private static void add(String path, Node value, List<Setting> into) {
    if (value instanceof Node.Obj obj && !obj.fields().isEmpty()) {
      obj.fields().forEach((name, child) -> add(path + "." + name, child, into));
    } else {
      into.add(new Setting(path, text(value)));
    }
  }

  private static String text(Node value) {
    return value instanceof Node.Value plain && plain.value() instanceof Scalar.Text text
        ? text.value()
        : JsonTree.write(value);
  }
}
