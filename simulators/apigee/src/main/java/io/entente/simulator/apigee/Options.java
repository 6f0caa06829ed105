package io.entente.simulator.apigee;

import io.entente.simulator.apigee.plane.DataPlaneFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How the simulator starts. A port of 0 is any free one.
 *
 * @param proxyPort of the data plane
 * @param deploymentDelay until a deployment is ready; zero: before the call that starts it returns
 * @param analyticsDelay until a request shows up in analytics
 * @param callsPerMinute an organisation may get
 * @param analyticsCallsPerMinute an organisation may get, of queries of analytics
 * @param tokenLife of access tokens
 * @param dataPlane starts the data plane; empty: the one {@link java.util.ServiceLoader} finds, or
 *     none
 */
public record Options(
    int managementPort,
    int proxyPort,
    List<OrganizationSpec> organizations,
    Duration deploymentDelay,
    Duration analyticsDelay,
    int callsPerMinute,
    int analyticsCallsPerMinute,
    Duration tokenLife,
    InstantSource clock,
    Optional<DataPlaneFactory> dataPlane) {

  public Options {
    organizations = List.copyOf(organizations);
    requirePositive("deploymentDelay", deploymentDelay);
    requirePositive("analyticsDelay", analyticsDelay);
    requireSome("callsPerMinute", callsPerMinute);
    requireSome("analyticsCallsPerMinute", analyticsCallsPerMinute);
    if (tokenLife.isNegative() || tokenLife.isZero()) {
      throw new IllegalArgumentException("tokenLife is " + tokenLife + ": above zero");
    }
  }

  /**
   * Free ports, the organisation {@code acme} with the environment {@code test}, no delays, 6000
   * calls a minute of which 100 query analytics, tokens that live an hour.
   */
  public static Options defaults() {
    return new Options(
        0,
        0,
        List.of(OrganizationSpec.of("acme", "test")),
        Duration.ZERO,
        Duration.ZERO,
        6000,
        100,
        Duration.ofHours(1),
        InstantSource.system(),
        Optional.empty());
  }

  public Options withPorts(int management, int proxy) {
    return new Options(
        management,
        proxy,
        organizations,
        deploymentDelay,
        analyticsDelay,
        callsPerMinute,
        analyticsCallsPerMinute,
        tokenLife,
        clock,
        dataPlane);
  }

  public Options withOrganizations(OrganizationSpec... others) {
    return new Options(
        managementPort,
        proxyPort,
        List.of(others),
        deploymentDelay,
        analyticsDelay,
        callsPerMinute,
        analyticsCallsPerMinute,
        tokenLife,
        clock,
        dataPlane);
  }

  public Options withDelays(Duration deployment, Duration analytics) {
    return new Options(
        managementPort,
        proxyPort,
        organizations,
        deployment,
        analytics,
        callsPerMinute,
        analyticsCallsPerMinute,
        tokenLife,
        clock,
        dataPlane);
  }

  public Options withCallsPerMinute(int calls) {
    return new Options(
        managementPort,
        proxyPort,
        organizations,
        deploymentDelay,
        analyticsDelay,
        calls,
        analyticsCallsPerMinute,
        tokenLife,
        clock,
        dataPlane);
  }

  public Options withAnalyticsCallsPerMinute(int calls) {
    return new Options(
        managementPort,
        proxyPort,
        organizations,
        deploymentDelay,
        analyticsDelay,
        callsPerMinute,
        calls,
        tokenLife,
        clock,
        dataPlane);
  }

  public Options withTokenLife(Duration life) {
    return new Options(
        managementPort,
        proxyPort,
        organizations,
        deploymentDelay,
        analyticsDelay,
        callsPerMinute,
        analyticsCallsPerMinute,
        life,
        clock,
        dataPlane);
  }

  public Options withClock(InstantSource other) {
    return new Options(
        managementPort,
        proxyPort,
        organizations,
        deploymentDelay,
        analyticsDelay,
        callsPerMinute,
        analyticsCallsPerMinute,
        tokenLife,
        other,
        dataPlane);
  }

  public Options withDataPlane(DataPlaneFactory factory) {
    return new Options(
        managementPort,
        proxyPort,
        organizations,
        deploymentDelay,
        analyticsDelay,
        callsPerMinute,
        analyticsCallsPerMinute,
        tokenLife,
        clock,
        Optional.of(factory));
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " is negative: " + value);
    }
  }

  private static void requireSome(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ": at least 1");
    }
  }
}
