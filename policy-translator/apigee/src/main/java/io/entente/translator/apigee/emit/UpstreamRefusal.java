package io.entente.translator.apigee.emit;

import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.List;

/**
 * A kind about the upstream, as nothing: no Step does what it means, and the target endpoint, which
 * could do a part of it, is one for all routes of a proxy.
 */
public final class UpstreamRefusal implements KindEmitter {

  private final String kind;
  private final String code;
  private final String why;
  private final String remedy;

  private UpstreamRefusal(String kind, String code, String why, String remedy) {
    this.kind = kind;
    this.code = code;
    this.why = why;
    this.remedy = remedy;
  }

  /** {@code timeout}: a property of the target endpoint. */
  public static UpstreamRefusal ofTimeout() {
    return new UpstreamRefusal(
        "timeout",
        "target-of-all-routes",
        "0 times are written: connect.timeout.millis and io.timeout.millis are of the target"
            + " endpoint and api.timeout of the proxy endpoint, 1 of each for all routes of a"
            + " proxy, and no Step sets one",
        "Set the properties in the proxy by hand, or end requests in front of Apigee.");
  }

  /** {@code retry}: between target servers only. */
  public static UpstreamRefusal ofRetry() {
    return new UpstreamRefusal(
        "retry",
        "no-target-servers",
        "0 times: Apigee sends a request again to another target server of a LoadBalancer only, at"
            + " most once to each, and 0 target servers are made here",
        "Let callers try again, or put a proxy that does before the upstream.");
  }

  /** {@code circuitBreaker}: of target servers only. */
  public static UpstreamRefusal ofCircuitBreaker() {
    return new UpstreamRefusal(
        "circuitBreaker",
        "no-target-servers",
        "0 endpoints are ever left alone: MaxFailures is of a LoadBalancer, which takes target"
            + " servers and a HealthMonitor to bring one back, and 0 of them are made here",
        "Put a proxy that leaves sick endpoints alone before the upstream.");
  }

  /** {@code concurrencyLimit}: of no Apigee but Edge. */
  public static UpstreamRefusal ofConcurrencyLimit() {
    return new UpstreamRefusal(
        "concurrencyLimit",
        "not-counted",
        "any number at once: ConcurrentRateLimit is a policy of Apigee Edge, and X and hybrid have"
            + " 0 that count requests under way",
        "Set a spikeArrest, or limit in the upstream.");
  }

  @Override
  public String kindName() {
    return kind;
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.nothing(policies, place, this::refuse);
  }

  private void refuse(FieldLedger ledger) {
    Policy policy = ledger.policy();
    for (String field : KindFields.of(policy).keySet()) {
      ledger.unsupported(
          field, Evidence.UPSTREAM.grade(), new Stated(policy.id()).looser(code, why, remedy));
    }
  }
}
