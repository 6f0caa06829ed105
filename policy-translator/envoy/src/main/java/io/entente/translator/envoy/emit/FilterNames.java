package io.entente.translator.envoy.emit;

/** Names of our HTTP filters; routes refer to them. */
public final class FilterNames {

  public static final String HEADER_MUTATION = "entente.header_mutation";
  public static final String ROUTER = "envoy.filters.http.router";

  private FilterNames() {}

  /** The {@code instance}-th rate limit of a route, from 1. */
  public static String rateLimit(int instance) {
    return "entente.rate_limit." + instance;
  }

  /** Prefix of the statistics of that instance. */
  public static String rateLimitStatistics(int instance) {
    return "entente_rate_limit_" + instance;
  }
}
