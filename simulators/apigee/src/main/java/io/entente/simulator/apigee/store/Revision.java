package io.entente.simulator.apigee.store;

import io.entente.simulator.apigee.bundle.Bundle;

/** A revision of a proxy or shared flow. Can be edited until it is deployed for the first time. */
public final class Revision {

  private final int number;
  private final long createdAt;
  private Bundle bundle;
  private long modifiedAt;
  private boolean isFrozen;

  Revision(int number, Bundle bundle, long now) {
    this.number = number;
    this.bundle = bundle;
    this.createdAt = now;
    this.modifiedAt = now;
  }

  public int number() {
    return number;
  }

  /** As the API writes it. */
  public String id() {
    return Integer.toString(number);
  }

  public Bundle bundle() {
    return bundle;
  }

  public long createdAt() {
    return createdAt;
  }

  public long modifiedAt() {
    return modifiedAt;
  }

  /** Whether it was ever deployed. */
  public boolean isFrozen() {
    return isFrozen;
  }

  public void freeze() {
    isFrozen = true;
  }

  /** Puts other content into a revision that was never deployed. */
  public void replace(Bundle other, long now) {
    if (isFrozen) {
      throw new IllegalStateException("revision " + number + " was deployed");
    }
    bundle = other;
    modifiedAt = now;
  }
}
