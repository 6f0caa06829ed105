package io.entente.translator.envoy.emit;

/** Names of our HTTP filters; routes refer to them. */
public final class FilterNames {

  /** Says {@code *} where every origin is allowed. */
  public static final String CORS_ANY_ORIGIN = "entente.cors.any_origin";

  /** Counts what a policy that only observes would have allowed. */
  public static final String CORS_OBSERVED = "entente.cors.observed";

  public static final String CORS = "entente.cors";

  /** Takes off what the upstream says about origins. */
  public static final String CORS_UPSTREAM = "entente.cors.upstream";

  public static final String IP_FILTER = "entente.ip_filter";
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
