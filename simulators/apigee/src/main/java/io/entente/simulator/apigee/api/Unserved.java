package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import java.util.List;
import java.util.Map;

/**
 * Arguments the API has but this simulator does not serve. Ignoring them would answer something
 * else than was asked for.
 */
final class Unserved {

  private static final Map<String, List<String>> ARGUMENTS =
      Map.of(
          "apps.list",
          List.of("apiProduct", "apptype", "filter", "ids", "keyStatus", "rows", "startKey"),
          "apiproducts.list",
          List.of("attributename", "attributevalue", "space"),
          "developers.list",
          List.of("app", "ids", "includeCompany"),
          "developers.get",
          List.of("action"),
          "apis.list",
          List.of("space"),
          "apis.create",
          List.of("space"),
          "sharedflows.list",
          List.of("space"),
          "sharedflows.create",
          List.of("space"),
          "operations.list",
          List.of("filter", "returnPartialSuccess"),
          "environments.stats.get",
          List.of("aggTable", "sonar"));

  private Unserved() {}

  /**
   * Returns when everything the request asks for is served.
   *
   * @throws Refusal 501
   */
  static void require(String method, Request request) {
    for (String name : ARGUMENTS.getOrDefault(method, List.of())) {
      requireAbsent(name, request);
    }
    requireAbsent("fields", request);
    if (request.argument("alt").orElse("json").equals("proto")) {
      throw Refusal.of(Code.UNIMPLEMENTED, "This simulator does not serve alt=proto.");
    }
  }

  private static void requireAbsent(String name, Request request) {
    if (request.argument(name).isPresent()) {
      throw Refusal.of(
          Code.UNIMPLEMENTED, "This simulator does not serve the argument '" + name + "'.");
    }
  }
}
