package io.entente.hub.takeover;

import io.entente.hub.policy.Policies;
import io.entente.model.identity.PolicyName;
import io.entente.model.tree.Node;
import io.entente.policy.resolution.RouteTarget;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for policies that are read out of a gateway; none that any policy has or had. */
final class PolicyNames {

  private static final int LONGEST = 200;

  private final Policies policies;
  private final Set<String> taken = new HashSet<>();

  PolicyNames(Policies policies) {
    this.policies = policies;
  }

  /** The same question gives another name each time. */
  PolicyName of(String kind, RouteTarget target) {
    String dashed = kind.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    String plain = dashed + "-" + target.api() + "-" + target.route();
    String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("[.-]+$", "");
    String name = cut;
    for (int number = 2; !free(name); number++) {
      name = cut + "-" + number;
    }
    return new PolicyName(name);
  }

  /** A deleted policy's name goes on counting versions, so it is not free either. */
  private boolean free(String name) {
    return taken.add(name) && policies.next(new PolicyName(name), Node.obj()).number() == 1;
  }
}
