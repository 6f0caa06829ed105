package io.entente.hub.traffic.store;

/**
 * What happened to a set of requests.
 *
 * @param requests all of them
 * @param errors answered with 500 or above
 * @param clientErrors answered with 400 to 499
 * @param unanswered the client was gone
 * @param errorRate errors among requests, 0 to 1
 * @param p50Millis half of the exchanges took no longer, within 1 %
 * @param p95Millis 95 % took no longer, within 1 %
 * @param p99Millis 99 % took no longer, within 1 %
 * @param estimated of the requests, those that a sample stands for; 0 where all were kept
 * @param standardError of {@code requests}, from the sample; 0 where all were kept
 * @param aggregated of the requests, those that were counted and not kept one by one; exact
 */
public record RequestCounts(
    long requests,
    long errors,
    long clientErrors,
    long unanswered,
    double errorRate,
    double p50Millis,
    double p95Millis,
    double p99Millis,
    long estimated,
    double standardError,
    long aggregated) {

  public static final RequestCounts NONE = new RequestCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
