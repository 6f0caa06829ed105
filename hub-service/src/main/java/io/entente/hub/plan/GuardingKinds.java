package io.entente.hub.plan;

import io.entente.model.nativeobject.ClaimSource;
import io.entente.policy.Policy;
import java.util.List;
import java.util.Set;

/**
 * Kinds of policy that keep something out. Every kind does until it is known to do no more than
 * shape or record, so that a new kind is guarded from its first day.
 */
public final class GuardingKinds {

  private static final Set<String> HARMLESS = Set.of("headerTransform", "trafficLog");

  private GuardingKinds() {}

  public static boolean guards(String kind) {
    return !HARMLESS.contains(kind);
  }

  /** True when a place of these sources may keep something out; the frame carries all kinds. */
  public static boolean guard(Set<ClaimSource> sources, List<Policy> policies) {
    return sources.stream().anyMatch(source -> guards(source, policies));
  }

  private static boolean guards(ClaimSource source, List<Policy> policies) {
    if (source instanceof ClaimSource.OfPolicy of) {
      return policies.stream()
          .filter(policy -> policy.id().policy().equals(of.version().policy()))
          .findFirst()
          .map(policy -> guards(policy.spec().kind().kindName()))
          .orElse(true);
    }
    return source instanceof ClaimSource.OfFoundation;
  }
}
