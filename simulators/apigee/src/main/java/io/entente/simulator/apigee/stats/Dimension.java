package io.entente.simulator.apigee.stats;

import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.plane.RequestFact;
import java.util.Set;

/** Dimensions of analytics. */
final class Dimension {

  private static final String NOT_SET = "(not set)";

  /** Known to Apigee, but the data plane does not count them. */
  private static final Set<String> UNCOUNTED =
      Set.of(
          "proxy_pathsuffix",
          "target_host",
          "developer",
          "developer_email",
          "developer_app",
          "client_id",
          "api_product",
          "ax_resolved_client_ip",
          "useragent",
          "ax_geo_country",
          "ax_execution_fault_policy_name",
          "ax_edge_execution_fault_code");

  private static final Set<String> COUNTED =
      Set.of(
          "apiproxy",
          "apiproxy_revision",
          "proxy_basepath",
          "request_verb",
          "response_status_code",
          "target_response_code",
          "environment");

  private Dimension() {}

  /**
   * The name, when it is one.
   *
   * @throws Refusal when it is unknown
   */
  static String known(String name) {
    if (!UNCOUNTED.contains(name) && !COUNTED.contains(name)) {
      throw Refusal.invalid("Invalid dimension '" + name + "'");
    }
    return name;
  }

  /** Its value for a request. */
  static String of(RequestFact fact, String name) {
    return switch (name) {
      case "apiproxy" -> orNotSet(fact.proxy());
      case "apiproxy_revision" -> orNotSet(fact.revision());
      case "proxy_basepath" -> orNotSet(fact.basePath());
      case "request_verb" -> orNotSet(fact.verb());
      case "response_status_code" -> Integer.toString(fact.status());
      case "target_response_code" ->
          fact.targetStatus() == 0 ? NOT_SET : Integer.toString(fact.targetStatus());
      case "environment" -> fact.environment();
      default -> NOT_SET;
    };
  }

  private static String orNotSet(String value) {
    return value.isEmpty() ? NOT_SET : value;
  }
}
