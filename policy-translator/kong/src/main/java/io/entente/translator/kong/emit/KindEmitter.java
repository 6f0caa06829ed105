package io.entente.translator.kong.emit;

import io.entente.policy.Policy;
import java.util.List;
import java.util.Set;

/** Emits the policies of one kind, or of several that share one instance. Stateless. */
public interface KindEmitter {

  /** The kinds it emits, each as {@link io.entente.policy.PolicyKind#kindName()}. */
  Set<String> kindNames();

  /** Whether policies that only observe come to it too; else nothing of them goes out. */
  default boolean observes() {
    return false;
  }

  /**
   * The whole set of these kinds' policies on one route, together.
   *
   * @param policies of these kinds, at least one, in order of application
   */
  Emission emit(List<Policy> policies, Place place);
}
