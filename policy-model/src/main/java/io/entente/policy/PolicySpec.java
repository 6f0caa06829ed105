package io.entente.policy;

import java.util.List;

/**
 * What a policy says.
 *
 * @param targets what it applies to; at least one
 * @param merge whether a nearer policy may replace it (Default) or not (Override)
 * @param priority higher wins among equals; 0 when not written
 * @param mode enforce, or only observe
 * @param require exact refuses an approximate translation
 * @param onError what a callout failure does
 * @param kind the rule itself
 */
public record PolicySpec(
    List<TargetRef> targets,
    Merge merge,
    int priority,
    Mode mode,
    Require require,
    OnError onError,
    PolicyKind kind) {

  public PolicySpec {
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("targetRefs is empty: name at least one target");
    }
    if (targets.stream().anyMatch(TargetRef::narrowed)) {
      CallerKinds.refused(kind.getClass())
          .ifPresent(
              why -> {
                throw new IllegalArgumentException(
                    kind.kindName() + " cannot be for some consumers only: " + why);
              });
    }
    targets = List.copyOf(targets);
  }

  /** Who wins between this policy and a nearer one. */
  public enum Merge {
    DEFAULT,
    OVERRIDE
  }

  /** Whether the policy acts or only reports. */
  public enum Mode {
    ENFORCE,
    OBSERVE
  }

  /** The least faithful translation the author accepts. */
  public enum Require {
    EXACT,
    APPROXIMATE
  }

  /** What happens to a request when the enforcement point itself fails. */
  public enum OnError {
    ALLOW,
    DENY
  }
}
