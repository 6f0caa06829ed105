package io.entente.reconciliation;

/**
 * How much a plan may hold.
 *
 * @param maxObjects desired native objects; more means that a document multiplies out of hand
 */
public record PlanLimits(int maxObjects) {

  private static final int OBJECTS_PER_ROUTE = 5;

  public PlanLimits {
    if (maxObjects < 1) {
      throw new IllegalArgumentException("maxObjects " + maxObjects + " is < 1");
    }
  }

  /** Five native objects for each route; a gateway without a route counts as one with a route. */
  public static PlanLimits forRoutes(int routes) {
    return new PlanLimits(Math.multiplyExact(OBJECTS_PER_ROUTE, Math.max(1, routes)));
  }

  public static PlanLimits none() {
    return new PlanLimits(Integer.MAX_VALUE);
  }
}
