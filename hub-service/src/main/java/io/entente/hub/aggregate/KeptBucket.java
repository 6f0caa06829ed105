package io.entente.hub.aggregate;

import io.entente.model.event.TrafficAggregate;

/**
 * A row.
 *
 * @param revision grows by one whenever the row changes, from 1
 */
record KeptBucket(TrafficAggregate aggregate, int revision) {

  /** Whether {@code other} tells anything new of the same bucket; when it was read does not. */
  boolean changedBy(TrafficAggregate other) {
    return !aggregate.counts().equals(other.counts())
        || aggregate.standing() != other.standing()
        || !aggregate.api().equals(other.api())
        || !aggregate.width().equals(other.width());
  }
}
