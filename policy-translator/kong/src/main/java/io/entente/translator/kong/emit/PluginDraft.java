package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.CaCertificate;
import io.entente.policy.Policy;
import java.util.List;
import java.util.Set;

/**
 * One plugin instance, before its scope is known.
 *
 * @param name the plugin's name
 * @param config its configuration, meant fields written out
 * @param policies those it enforces; at least one
 * @param fields the policy fields it carries: all that begin so
 * @param needs plugins of the same emission without which it must not go out
 * @param authorities certificates that it points at, which must be there before it
 */
public record PluginDraft(
    String name,
    Node.Obj config,
    List<Policy> policies,
    String fields,
    Set<String> needs,
    List<CaCertificate> authorities) {

  public PluginDraft {
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("an instance of " + name + " enforces no policy");
    }
    policies = List.copyOf(policies);
    needs = Set.copyOf(needs);
    authorities = List.copyOf(authorities);
  }

  /** One that points at nothing. */
  public PluginDraft(
      String name, Node.Obj config, List<Policy> policies, String fields, Set<String> needs) {
    this(name, config, policies, fields, needs, List.of());
  }

  /** One that needs no other. */
  public PluginDraft(String name, Node.Obj config, List<Policy> policies, String fields) {
    this(name, config, policies, fields, Set.of());
  }
}
