package io.entente.policy;

import io.entente.model.identity.Labels;
import java.util.Optional;

/**
 * What a policy applies to: a kind of thing, by name or by labels.
 *
 * @param kind what is meant
 * @param name exactly this one; empty with a selector or for all of the kind
 * @param selector labels the target must have; empty matches all
 */
public record TargetRef(Kind kind, Optional<String> name, Labels selector) {

  public TargetRef {
    if (name.isPresent() && !selector.values().isEmpty()) {
      throw new IllegalArgumentException(
          "target " + kind + " has both name '" + name.get() + "' and a selector; give one");
    }
  }

  /** Kinds of target, widest first: the order is the precedence, nearest last. */
  public enum Kind {
    TENANT,
    ENVIRONMENT,
    GATEWAY,
    API,
    /** Named {@code api/route}. */
    ROUTE
  }
}
