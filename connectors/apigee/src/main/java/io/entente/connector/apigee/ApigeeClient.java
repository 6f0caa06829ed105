package io.entente.connector.apigee;

import io.entente.connector.spi.Secrets;

/** Everything this connector calls of the management API. Safe between threads. */
final class ApigeeClient {

  private final ManagementApi api;
  private final OrganizationCalls organization;
  private final EnvironmentCalls environment;
  private final BundleCalls proxies;
  private final BundleCalls sharedFlows;

  ApigeeClient(ApigeeConfig config, Secrets secrets) {
    this.api = new ManagementApi(config, secrets);
    this.organization = new OrganizationCalls(api, config);
    this.environment = new EnvironmentCalls(api, config);
    this.proxies = new BundleCalls(api, BundleKind.PROXY, config);
    this.sharedFlows = new BundleCalls(api, BundleKind.SHARED_FLOW, config);
  }

  /** The API itself, for calls that have no group. */
  ManagementApi api() {
    return api;
  }

  OrganizationCalls organization() {
    return organization;
  }

  EnvironmentCalls environment() {
    return environment;
  }

  BundleCalls proxies() {
    return proxies;
  }

  BundleCalls sharedFlows() {
    return sharedFlows;
  }
}
