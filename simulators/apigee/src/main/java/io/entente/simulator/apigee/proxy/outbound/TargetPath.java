package io.entente.simulator.apigee.proxy.outbound;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.message.Message;

/** Path and query a target is asked for. */
final class TargetPath {

  private TargetPath() {}

  /**
   * @param chosen whether a policy chose the URL: then nothing is added to its path
   */
  static String of(Exchange exchange, TargetAddress to, boolean chosen) {
    Message request = exchange.request();
    String path = to.path();
    if (request.pathAssigned()) {
      path += request.path().startsWith("/") ? request.path() : "/" + request.path();
    } else if (!chosen && copies(exchange, "target.copy.pathsuffix")) {
      path += exchange.text("proxy.pathsuffix").orElse("");
    }
    String query = copies(exchange, "target.copy.queryparams") ? request.query().toString() : "";
    String all =
        to.query().isEmpty() || query.isEmpty() ? to.query() + query : to.query() + "&" + query;
    return (path.isEmpty() ? "/" : path) + (all.isEmpty() ? "" : "?" + all);
  }

  private static boolean copies(Exchange exchange, String variable) {
    return !exchange.text(variable).map("false"::equalsIgnoreCase).orElse(false);
  }
}
