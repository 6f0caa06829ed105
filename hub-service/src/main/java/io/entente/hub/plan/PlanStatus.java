package io.entente.hub.plan;

/** Where a plan stands. */
public enum PlanStatus {
  PROPOSED,
  APPROVED,
  APPLYING,
  APPLIED,
  FAILED,
  /** The hub ended while applying; every step was decided by reading the gateway again. */
  INTERRUPTED,
  /** The gateway or the documents moved after the plan was made. */
  STALE
}
