package io.entente.translator.kong;

import io.entente.model.fidelity.Deviation;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Merge;
import io.entente.translator.Shadowed;
import io.entente.translator.Stated;
import io.entente.translator.kong.emit.PluginDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether one instance of ours goes out beside those of others, and what is said about it.
 *
 * @param goesOut false when ours yields
 * @param shadowed for each policy of the instance, in order
 */
record ScopeVerdict(boolean goesOut, List<Shadowed> shadowed, List<Finding> findings) {

  ScopeVerdict {
    shadowed = List.copyOf(shadowed);
    findings = List.copyOf(findings);
  }

  /** Code of what is said of a policy that yields. */
  static final String SHADOWED = "shadowed";

  /** A deviation of one policy. */
  record Finding(PolicyVersion policy, Deviation deviation) {}

  /**
   * @param oursOnRoute whether one of ours for everybody goes out on the route
   */
  static ScopeVerdict of(
      Instance instance, NativeRoute route, boolean oursOnRoute, String target, KongEstate estate) {
    PluginDraft draft = instance.draft();
    ScopeRuling ruling =
        ScopeRuling.of(draft.name(), route, instance.consumer(), oursOnRoute, estate);
    if (ruling.occupying().isPresent()) {
      return yielding(draft, target, Shadowed.Why.CONFLICTED, ruling.occupying().get());
    }
    boolean override = draft.policies().stream().anyMatch(p -> p.spec().merge() == Merge.OVERRIDE);
    if (ruling.wider().isPresent() && !override) {
      return yielding(draft, target, Shadowed.Why.OVERRIDDEN, ruling.wider().get());
    }
    var shadowed = new ArrayList<Shadowed>();
    var findings = new ArrayList<Finding>();
    for (Policy policy : draft.policies()) {
      ruling.wider().ifPresent(wider -> findings.add(switchesOff(policy, wider, route)));
      for (NativePlugin narrower : ruling.narrower()) {
        String callers = callers(narrower, estate);
        shadowed.add(
            new Shadowed(
                policy.id(),
                target,
                Shadowed.Why.OVERRIDDEN,
                narrower.key(),
                "%s, an instance of %s in %s, acts instead of ours for %s."
                    .formatted(narrower.key(), narrower.name(), narrower.scope(), callers)));
        findings.add(beaten(policy, narrower, callers));
      }
    }
    return new ScopeVerdict(true, shadowed, findings);
  }

  /** Nothing is known; nothing goes out. */
  static ScopeVerdict nothing() {
    return new ScopeVerdict(false, List.of(), List.of());
  }

  /** The same for another instance, of these policies. */
  ScopeVerdict of(List<Policy> policies) {
    List<PolicyVersion> ids = policies.stream().map(Policy::id).toList();
    return new ScopeVerdict(
        goesOut,
        shadowed.stream().filter(each -> ids.contains(each.policy())).toList(),
        findings.stream().filter(each -> ids.contains(each.policy())).toList());
  }

  /** What is said of the fields of an instance that does not go out. */
  static Deviation withheld(Shadowed shadowed) {
    return new Stated(shadowed.policy())
        .different(
            SHADOWED,
            "0 requests see it: " + shadowed.reason(),
            "Remove " + shadowed.by() + ", or say what is to hold in one place.");
  }

  private static ScopeVerdict yielding(
      PluginDraft draft, String target, Shadowed.Why why, NativePlugin by) {
    String reason =
        why == Shadowed.Why.CONFLICTED
            ? "%s, %s instance of %s, has the place of ours on this route; ours does not go out."
                .formatted(by.key(), by.enabled() ? "an" : "a disabled", by.name())
            : "%s, an instance of %s in %s, acts on this route; ours would switch it off and does not go out (merge: Default)."
                .formatted(by.key(), by.name(), by.scope());
    Stream<Shadowed> each =
        draft.policies().stream()
            .map(policy -> new Shadowed(policy.id(), target, why, by.key(), reason));
    return new ScopeVerdict(false, each.toList(), List.of());
  }

  private static Finding switchesOff(Policy policy, NativePlugin wider, NativeRoute route) {
    return new Finding(
        policy.id(),
        new Stated(policy.id())
            .different(
                "switches-off",
                "1 instance, %s of %s in %s, no longer acts on route %s"
                    .formatted(wider.key(), wider.name(), wider.scope(), route.called()),
                "Set merge: Default to let it act instead of this policy."));
  }

  private static Finding beaten(Policy policy, NativePlugin narrower, String callers) {
    return new Finding(
        policy.id(),
        new Stated(policy.id())
            .different(
                "beaten-by-narrower",
                "for %s 1 instance, %s of %s in %s, acts instead of this policy"
                    .formatted(callers, narrower.key(), narrower.name(), narrower.scope()),
                "Remove " + narrower.key() + " to have the policy act for all callers."));
  }

  private static String callers(NativePlugin plugin, KongEstate estate) {
    return plugin
        .consumer()
        .map(id -> "consumer " + estate.consumer(id))
        .or(() -> plugin.group().map(id -> "consumer group " + id))
        .orElse("every caller");
  }
}
