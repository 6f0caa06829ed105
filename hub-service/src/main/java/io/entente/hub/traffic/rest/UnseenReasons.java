package io.entente.hub.traffic.rest;

import java.util.Map;
import java.util.Optional;

/** Why a vendor's means do not tell an attribute. */
final class UnseenReasons {

  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry(
              "kong/http-log requestBytes",
              "Kong counts header lines and body together, so the size of the body is not known."),
          Map.entry(
              "kong/http-log responseBytes",
              "Kong counts header lines and body together, so the size of the body is not known."),
          Map.entry(
              "kong/http-log trace", "The request carried no traceparent header that Kong logged."),
          Map.entry("kong/http-log decision", "Kong's log names no source of the answer."),
          Map.entry(
              "kong/http-log upstreamDuration",
              "Kong's log gives no latency of the upstream that can be used."),
          Map.entry(
              "envoy/access-log consumer",
              "Envoy's access log does not say who a caller was found to be."),
          Map.entry(
              "envoy/access-log trace",
              "The request carried no traceparent header that Envoy logged."),
          Map.entry(
              "apigee/messageLogging trace",
              "The line that Apigee's MessageLogging policy writes holds no trace."),
          Map.entry(
              "apigee/messageLogging upstreamDuration",
              "Apigee gave one of the two stamps of the call to the target, or none that can be"
                  + " read."));

  private UnseenReasons() {}

  static String of(Optional<String> provenance, String attribute) {
    return Optional.ofNullable(KNOWN.get(provenance.orElse("") + " " + attribute))
        .orElseGet(
            () ->
                "What "
                    + provenance.orElse("the gateway")
                    + " told of this request does not hold it, or not in a form that can be"
                    + " relied on.");
  }
}
