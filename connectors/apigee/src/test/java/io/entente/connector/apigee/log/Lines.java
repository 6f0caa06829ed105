package io.entente.connector.apigee.log;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lines of two gateways, A and B, for tests. */
final class Lines {

  static final Instant OBSERVED = Instant.parse("2026-11-21T10:00:01Z");
  static final ApigeeLogReader READER = new ApigeeLogReader(ApigeeLogLimits.DEFAULT);

  private static final ProxyRoutes ROUTES =
      request ->
          request.proxy().equals("orders-v1")
              ? Optional.of(
                  new RouteOwner(
                      new ApiName("orders"),
                      request.path().startsWith("/orders/4")
                          ? Optional.of(new RouteName("one"))
                          : Optional.empty()))
              : Optional.empty();

  static final LogSenders SENDERS =
      token ->
          switch (token) {
            case "TOKEN-A" -> Optional.of(sender("apigee-a"));
            case "TOKEN-B" -> Optional.of(sender("apigee-b"));
            default -> Optional.empty();
          };

  private Lines() {}

  static LogOutcome read(String line) {
    return READER.read(line.getBytes(StandardCharsets.UTF_8), OBSERVED, SENDERS);
  }

  /** A line without a header; {@code values} by name, others as usual. */
  static String line(Map<String, String> values) {
    var all = new LinkedHashMap<String, String>();
    LogField.ORDER.forEach(field -> all.put(field.wire(), ""));
    all.put("t", "TOKEN-A");
    all.put("id", "m-1");
    all.put("start", "1795255200000");
    all.put("mstatus", "200");
    all.put("base", "/orders");
    all.putAll(values);
    var line = new StringBuilder("{");
    all.forEach(
        (name, value) ->
            line.append(line.length() == 1 ? "" : ",")
                .append('"')
                .append(name)
                .append("\":\"")
                .append(value)
                .append('"'));
    return line.append('}').toString();
  }

  private static LogSender sender(String gateway) {
    return new LogSender(new Tenant("main"), new GatewayId(gateway), ROUTES);
  }
}
