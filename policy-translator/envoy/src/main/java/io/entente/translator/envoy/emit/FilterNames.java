package io.entente.translator.envoy.emit;

/** Names of our HTTP filters; routes refer to them. */
public final class FilterNames {

  /** Gives every request its id. */
  public static final String CORRELATION_ID = "entente.correlation_id";

  /** Keeps the id for the answer, whatever becomes of the header. */
  public static final String CORRELATION_ID_KEPT = "entente.correlation_id.kept";

  /** Puts the id on the answer. */
  public static final String CORRELATION_ID_ECHO = "entente.correlation_id.echo";

  /** Says {@code *} where every origin is allowed. */
  public static final String CORS_ANY_ORIGIN = "entente.cors.any_origin";

  /** Counts what a policy that only observes would have allowed. */
  public static final String CORS_OBSERVED = "entente.cors.observed";

  public static final String CORS = "entente.cors";

  /** Takes off what the upstream says about origins. */
  public static final String CORS_UPSTREAM = "entente.cors.upstream";

  /** Counts what a block that only observes would have answered. */
  public static final String ACCESS_BLOCK_OBSERVED = "entente.access_block.observed";

  public static final String ACCESS_BLOCK = "entente.access_block";

  /** Says what the body of a block's answer is. */
  public static final String ACCESS_BLOCK_CONTENT = "entente.access_block.content";

  public static final String IP_FILTER = "entente.ip_filter";

  /** Judges what callers call themselves. */
  public static final String BOT_DETECTION = "entente.bot_detection";

  /** Asks every request for a token. */
  public static final String JWT = "entente.jwt";

  /** Asks every request but a preflight for a token. */
  public static final String JWT_PREFLIGHT = "entente.jwt.preflight";

  /** Judges what a valid token says. */
  public static final String JWT_RULES = "entente.jwt.rules";

  /** Judges whom a valid token names. */
  public static final String CONSUMER_ACCESS = "entente.consumer_access";

  /** Refuses a body by the length that the request declares. */
  public static final String REQUEST_SIZE_DECLARED = "entente.request_size.declared";

  /** Refuses a body by the length that arrives. */
  public static final String REQUEST_SIZE = "entente.request_size";

  public static final String HEADER_MUTATION = "entente.header_mutation";
  public static final String ROUTER = "envoy.filters.http.router";

  private FilterNames() {}

  /** The {@code instance}-th spike arrest of a route, from 1. */
  public static String spikeArrest(int instance) {
    return "entente.spike_arrest." + instance;
  }

  /** Prefix of the statistics of that instance. */
  public static String spikeArrestStatistics(int instance) {
    return "entente_spike_arrest_" + instance;
  }

  /** The {@code instance}-th rate limit of a route, from 1. */
  public static String rateLimit(int instance) {
    return "entente.rate_limit." + instance;
  }

  /** Prefix of the statistics of that instance. */
  public static String rateLimitStatistics(int instance) {
    return "entente_rate_limit_" + instance;
  }
}
