package io.entente.engine;

import io.entente.model.identity.PolicyName;
import io.entente.policy.resolution.RouteTarget;

/**
 * What is counted apart: a policy on a route for a caller. The version is not part of it, so that a
 * new version of a limit does not forget what it has already accepted.
 */
record CounterKey(PolicyName policy, RouteTarget route, Caller caller) {

  /** Whom a request is counted for; the kinds never meet, whatever their texts are. */
  sealed interface Caller {

    /** Everybody. */
    record Everybody() implements Caller {}

    record Address(String value) implements Caller {}

    record HeaderValue(String value) implements Caller {}

    /** All who have no key. */
    record Keyless() implements Caller {}
  }
}
