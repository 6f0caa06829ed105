package io.entente.translator.testkit;

import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.PolicySpec.Require;
import io.entente.policy.TargetRef;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Policies that hold everywhere; of version 1, and content with an approximation. */
public final class Policies {

  private Policies() {}

  public static Policy enforcing(String name, PolicyKind kind) {
    return of(name, Mode.ENFORCE, kind);
  }

  public static Policy of(String name, Mode mode, PolicyKind kind) {
    return of(name, mode, Merge.DEFAULT, kind);
  }

  public static Policy of(String name, Mode mode, Merge merge, PolicyKind kind) {
    return of(name, TargetRef.Kind.TENANT, mode, merge, kind);
  }

  /**
   * @param target what kind of thing it is bound to; all of that kind
   */
  public static Policy of(String name, TargetRef.Kind target, Mode mode, PolicyKind kind) {
    return of(name, target, mode, Merge.DEFAULT, kind);
  }

  /** One that is enforced for some callers only. */
  public static Policy forConsumers(String name, PolicyKind kind, String... consumers) {
    return forConsumers(name, Merge.DEFAULT, kind, consumers);
  }

  public static Policy forConsumers(
      String name, Merge merge, PolicyKind kind, String... consumers) {
    var target =
        new TargetRef(
            TargetRef.Kind.TENANT,
            Optional.empty(),
            Labels.none(),
            new TreeSet<>(List.of(consumers)));
    return of(name, target, Mode.ENFORCE, merge, kind);
  }

  private static Policy of(
      String name, TargetRef.Kind target, Mode mode, Merge merge, PolicyKind kind) {
    return of(name, new TargetRef(target, Optional.empty(), Labels.none()), mode, merge, kind);
  }

  private static Policy of(String name, TargetRef target, Mode mode, Merge merge, PolicyKind kind) {
    return new Policy(
        new PolicyVersion(new PolicyName(name), 1),
        Labels.none(),
        new PolicySpec(List.of(target), merge, 0, mode, Require.APPROXIMATE, OnError.DENY, kind));
  }
}
