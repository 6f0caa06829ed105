package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import java.util.List;

/**
 * One plugin instance, before its scope is known.
 *
 * @param name the plugin's name
 * @param config its configuration, meant fields written out
 * @param policies those it enforces; at least one
 * @param fields the policy fields it carries: all that begin so
 */
public record PluginDraft(String name, Node.Obj config, List<Policy> policies, String fields) {

  public PluginDraft {
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("an instance of " + name + " enforces no policy");
    }
    policies = List.copyOf(policies);
  }
}
