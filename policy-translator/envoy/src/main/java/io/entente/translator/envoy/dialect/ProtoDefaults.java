package io.entente.translator.envoy.dialect;

import io.entente.model.tree.Node;
import java.util.Map;

/**
 * Plain proto3 fields whose default value is the same message as no value. Wrapper types, oneof
 * members and empty messages are not here: for them presence is meaning.
 */
final class ProtoDefaults {

  private static final Node FALSE = Node.bool(false);

  /** Names that occur in one message type only, whatever encloses it. */
  private static final Map<String, Node> ANYWHERE =
      Map.ofEntries(
          Map.entry("local_rate_limit_per_downstream_connection", FALSE),
          Map.entry("rate_limited_as_resource_exhausted", FALSE),
          Map.entry("enable_x_ratelimit_headers", Node.text("OFF")),
          Map.entry("vh_rate_limits", Node.text("OVERRIDE")),
          Map.entry("track_per_rule_stats", FALSE),
          Map.entry("most_specific_header_mutations_wins", FALSE),
          Map.entry("suppress_envoy_headers", FALSE),
          Map.entry("xff_num_trusted_hops", Node.number(0)),
          Map.entry("merge_slashes", FALSE),
          Map.entry("preserve_external_request_id", FALSE),
          Map.entry("always_set_request_id_in_response", FALSE),
          Map.entry("bypass_cors_preflight", FALSE),
          Map.entry("require_expiration", FALSE),
          Map.entry("forward", FALSE),
          Map.entry("codec_type", Node.text("AUTO")));

  private static final Map<String, Map<String, Node>> WITHIN =
      Map.ofEntries(
          Map.entry(
              EnvoyKinds.CLUSTER,
              Map.of(
                  "type", Node.text("STATIC"),
                  "lb_policy", Node.text("ROUND_ROBIN"),
                  "dns_lookup_family", Node.text("AUTO"))),
          Map.entry(EnvoyKinds.ROUTE_CONFIGURATION, Map.of("ignore_port_in_host_matching", FALSE)),
          Map.entry(
              "default_value",
              Map.of("numerator", Node.number(0), "denominator", Node.text("HUNDRED"))),
          Map.entry(
              "append",
              Map.of(
                  "append_action",
                  Node.text("APPEND_IF_EXISTS_OR_ADD"),
                  "keep_empty_value",
                  FALSE)),
          Map.entry("healthy_panic_threshold", Map.of("value", Node.number(0))),
          Map.entry("outlier_detection", Map.of("split_external_local_origin_errors", FALSE)),
          Map.entry(
              "thresholds", Map.of("priority", Node.text("DEFAULT"), "track_remaining", FALSE)),
          Map.entry("async_fetch", Map.of("fast_listener", FALSE)),
          Map.entry("sourced_metadata", Map.of("metadata_source", Node.text("DYNAMIC"))),
          Map.entry("header", Map.of("value", Node.text(""))),
          Map.entry("entries", Map.of("value", Node.text(""))),
          Map.entry("percentage", Map.of("denominator", Node.text("HUNDRED"))),
          Map.entry("request_headers", Map.of("skip_if_absent", FALSE)),
          Map.entry(
              "headers", Map.of("invert_match", FALSE, "treat_missing_header_as_empty", FALSE)),
          Map.entry(
              "retriable_request_headers",
              Map.of("invert_match", FALSE, "treat_missing_header_as_empty", FALSE)),
          Map.entry("rules", Map.of("action", Node.text("ALLOW"))),
          Map.entry("shadow_rules", Map.of("action", Node.text("ALLOW"))),
          Map.entry(
              "typed_config", Map.of("server_header_transformation", Node.text("OVERWRITE"))));

  private ProtoDefaults() {}

  static boolean isDefault(String parent, String field, Node value) {
    if (value instanceof Node.Arr list && list.items().isEmpty()) {
      return true;
    }
    return value.equals(ANYWHERE.get(field))
        || value.equals(WITHIN.getOrDefault(parent, Map.of()).get(field));
  }
}
