package io.entente.translator.apigee;

import io.entente.engine.Headers;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A request or response on its way through the interpreter. */
final class Message {

  final String proxy;
  final String suffix;
  final String verb;
  final String address;
  final Instant at;
  Headers request;
  Headers response;

  Message(
      String proxy,
      String suffix,
      String verb,
      String address,
      Instant at,
      Headers request,
      Headers response) {
    this.proxy = proxy;
    this.suffix = suffix;
    this.verb = verb;
    this.address = address;
    this.at = at;
    this.request = request;
    this.response = response;
  }

  /** Flow variables, as documented. */
  Map<String, String> variables() {
    var variables = new TreeMap<String, String>();
    variables.put("apiproxy.name", proxy);
    variables.put("proxy.name", "default");
    variables.put("proxy.pathsuffix", suffix);
    variables.put("request.verb", verb);
    variables.put("client.resolved.ip", address);
    headers("request", request, variables);
    headers("response", response, variables);
    return variables;
  }

  private static void headers(String message, Headers headers, Map<String, String> variables) {
    headers
        .values()
        .forEach(
            (name, values) -> {
              String all = String.join(",", values);
              variables.put(message + ".header." + name, all.split(",", -1)[0]);
              variables.put(message + ".header." + name + ".values.string", all);
            });
  }
}
