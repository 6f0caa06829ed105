package io.entente.translator.apigee.emit;

import io.entente.policy.Policy;
import java.util.List;

/** Emits one policy kind. Stateless. */
public interface KindEmitter {

  /** The kind it emits, as {@link io.entente.policy.PolicyKind#kindName()}. */
  String kindName();

  /** Whether policies that only observe come to it too; else nothing of them goes out. */
  default boolean observes() {
    return false;
  }

  /**
   * The whole set of this kind's policies on one route, together.
   *
   * @param policies of this kind, at least one, in order of application
   */
  Emission emit(List<Policy> policies, Place place);
}
