package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One limit of one route as a {@code LocalRateLimit} message: a bucket per key. Envoy fills buckets
 * continuously, so an interval says a rate and no step.
 */
final class RateLimitDocument {

  private static final String TYPE =
      "envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit";
  private static final String KEY = "entente.key";
  private static final String MISSING = "entente.missing";

  private final Node bucket;
  private final LimitKey limitKey;
  private final OnMissingKey onMissingKey;
  private final List<Node> actions = new ArrayList<>();
  private final List<Node> descriptors = new ArrayList<>();

  private RateLimitDocument(Node bucket, LimitKey limitKey, OnMissingKey onMissingKey) {
    this.bucket = bucket;
    this.limitKey = limitKey;
    this.onMissingKey = onMissingKey;
  }

  /**
   * @param statistics prefix of the statistics of the filter instance
   */
  static Node of(RateLimit limit, String statistics, boolean enforce, int maxKeys) {
    var document =
        new RateLimitDocument(
            bucket(limit.requests(), limit.requests(), limit.window()),
            limit.key(),
            limit.onMissingKey());
    document.key();
    return document.message(statistics, enforce, maxKeys);
  }

  static Node of(SpikeArrest arrest, String statistics, boolean enforce, int maxKeys) {
    var document =
        new RateLimitDocument(
            bucket(arrest.burst(), arrest.rate(), arrest.per().length()),
            arrest.key(),
            arrest.onMissingKey());
    document.key();
    return document.message(statistics, enforce, maxKeys);
  }

  /** The filter in the chain: does nothing on a route that says nothing. */
  static Node inert(String statistics) {
    return Proto.any(TYPE)
        .with("stat_prefix", Node.text(statistics))
        .with("filter_enabled", Proto.percent(0))
        .with("filter_enforced", Proto.percent(0));
  }

  private Node message(String statistics, boolean enforce, int maxKeys) {
    // A request that matches no descriptor takes from the plain bucket; one that does must not
    // take from it too, or all keys together would share one more limit.
    return Proto.any(TYPE)
        .with("stat_prefix", Node.text(statistics))
        .with("status", Proto.message("code", "TooManyRequests"))
        .with("token_bucket", bucket)
        .with("filter_enabled", Proto.percent(100))
        .with("filter_enforced", Proto.percent(enforce ? 100 : 0))
        .with("descriptors", Node.arr(descriptors))
        .with("rate_limits", Node.arr(actions))
        .with("always_consume_default_token_bucket", Node.bool(false))
        .with("max_dynamic_descriptors", Node.number(maxKeys))
        .with("local_rate_limit_per_downstream_connection", Node.bool(false))
        .with("enable_x_ratelimit_headers", Node.text("OFF"))
        .with("vh_rate_limits", Node.text("OVERRIDE"))
        .with("rate_limited_as_resource_exhausted", Node.bool(false));
  }

  private void key() {
    if (limitKey instanceof LimitKey.ClientIp) {
      actions.add(action(remoteAddress()));
      descriptors.add(counted(entry("remote_address", "")));
    } else if (limitKey instanceof LimitKey.Header header) {
      actions.add(action(headerValue(header.name())));
      descriptors.add(counted(entry(KEY, "")));
      missing(header.name());
    }
  }

  private void missing(String header) {
    if (onMissingKey == OnMissingKey.DENY) {
      // A request that costs two tokens never gets them from a bucket that holds one.
      actions.add(
          action(absent(header)).with("hits_addend", Proto.message("number", Node.text("2"))));
      descriptors.add(descriptor(bucket(1, 1, Duration.ofSeconds(1)), entry(MISSING, header)));
    } else if (onMissingKey == OnMissingKey.IP) {
      actions.add(action(absent(header), remoteAddress()));
      descriptors.add(counted(entry(MISSING, header), entry("remote_address", "")));
    }
    // SHARED: no descriptor matches, so the plain bucket counts these requests together.
  }

  private Node counted(Node... entries) {
    return descriptor(bucket, entries);
  }

  private static Node descriptor(Node bucket, Node... entries) {
    return Proto.message("entries", Proto.list(entries)).with("token_bucket", bucket);
  }

  private static Node entry(String key, String value) {
    return Proto.message("key", key).with("value", Node.text(value));
  }

  private static Node bucket(long size, long tokens, Duration interval) {
    return Proto.message("max_tokens", Node.number(size))
        .with("tokens_per_fill", Node.number(tokens))
        .with("fill_interval", Proto.duration(interval));
  }

  private static Node.Obj action(Node... parts) {
    return Proto.message("actions", Proto.list(parts));
  }

  private static Node remoteAddress() {
    return Proto.message("remote_address", Proto.message());
  }

  private static Node headerValue(String header) {
    return Proto.message(
        "request_headers",
        Proto.message("header_name", header)
            .with("descriptor_key", Node.text(KEY))
            .with("skip_if_absent", Node.bool(false)));
  }

  private static Node absent(String header) {
    return Proto.message(
        "header_value_match",
        Proto.message("descriptor_key", MISSING)
            .with("descriptor_value", Node.text(header))
            .with("expect_match", Node.bool(false))
            .with(
                "headers",
                Proto.list(Proto.message("name", header).with("present_match", Node.bool(true)))));
  }
}
