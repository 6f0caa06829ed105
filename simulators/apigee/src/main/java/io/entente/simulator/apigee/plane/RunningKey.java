package io.entente.simulator.apigee.plane;

import java.util.List;

/**
 * A consumer key of an app.
 *
 * @param approved whether the key itself is
 * @param expiresAt epoch milliseconds; -1 for never
 * @param app its name
 * @param appApproved whether the app is
 * @param developer email
 * @param developerActive whether the developer is
 */
public record RunningKey(
    String key,
    boolean approved,
    long expiresAt,
    String appId,
    String app,
    boolean appApproved,
    String developer,
    boolean developerActive,
    List<RunningProduct> products) {

  public RunningKey {
    products = List.copyOf(products);
  }
}
