package io.entente.policy;

import io.entente.model.identity.Labels;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a policy applies to: a kind of thing, by name or by labels, and for whom.
 *
 * @param kind what is meant
 * @param name exactly this one; empty with a selector or for all of the kind
 * @param selector labels the target must have; empty matches all
 * @param consumers for calls of these only, each by the name the gateway knows it by; empty for
 *     everybody; at most {@value #MOST_CONSUMERS}
 */
public record TargetRef(
    Kind kind, Optional<String> name, Labels selector, SortedSet<String> consumers) {

  /** How many callers one target may name. */
  public static final int MOST_CONSUMERS = 100;

  public TargetRef {
    if (name.isPresent() && !selector.values().isEmpty()) {
      throw new IllegalArgumentException(
          "target " + kind + " has both name '" + name.get() + "' and a selector; give one");
    }
    if (consumers.size() > MOST_CONSUMERS) {
      throw new IllegalArgumentException(
          "target %s names %d consumers, more than %d"
              .formatted(kind, consumers.size(), MOST_CONSUMERS));
    }
    if (consumers.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("target " + kind + " names a consumer '' without a name");
    }
    consumers = Collections.unmodifiableSortedSet(new TreeSet<>(consumers));
  }

  /** For everybody. */
  public TargetRef(Kind kind, Optional<String> name, Labels selector) {
    this(kind, name, selector, Collections.emptySortedSet());
  }

  /** True when it is for some callers only. */
  public boolean narrowed() {
    return !consumers.isEmpty();
  }

  /**
   * Kinds of target, widest first: the order is the precedence, nearest last. A target for some
   * callers is nearer than any for everybody.
   */
  public enum Kind {
    TENANT,
    ENVIRONMENT,
    GATEWAY,
    API,
    /** Named {@code api/route}. */
    ROUTE
  }
}
