package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code cors}: answers preflights, and adds its headers to every other answer. */
final class Cors implements Plugin {

  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  private static final String DONE = "cors-done";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.:/-]+");

  @Override
  public String name() {
    return "cors";
  }

  @Override
  public int priority() {
    return 2000;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    Headers request = exchange.outgoing().headers();
    boolean preflight =
        exchange.outgoing().method().equals("OPTIONS")
            && request.has("origin")
            && request.has("access-control-request-method");
    if (!preflight) {
      return Optional.empty();
    }
    exchange.note(DONE, true);
    JsonNode config = instance.config();
    if (Json.flag(config, "preflight_continue", false)) {
      return Optional.empty();
    }
    var headers = new Headers();
    allow(config, request.first("origin"), headers, false);
    List<String> names = Json.texts(config, "headers");
    if (!names.isEmpty()) {
      headers.set("Access-Control-Allow-Headers", String.join(",", names));
    } else {
      request
          .first("access-control-request-headers")
          .ifPresent(asked -> headers.set("Access-Control-Allow-Headers", asked));
    }
    headers.set("Access-Control-Allow-Methods", methods(config));
    Json.text(config, "max_age").ifPresent(age -> headers.set("Access-Control-Max-Age", age));
    boolean network =
        request.first("access-control-request-private-network").orElse("").equals("true");
    if (network && Json.flag(config, "private_network", false)) {
      headers.set("Access-Control-Allow-Private-Network", "true");
    }
    return Optional.of(new Answer(200, headers, Optional.empty()));
  }

  @Override
  public void answered(Exchange exchange, PluginInstance instance, ResponseDraft response) {
    if (exchange.note(DONE, Boolean.class).isPresent()) {
      return;
    }
    JsonNode config = instance.config();
    Headers headers = response.headers();
    allow(config, exchange.outgoing().headers().first("origin"), headers, true);
    List<String> exposed = Json.texts(config, "exposed_headers");
    if (!exposed.isEmpty()) {
      headers.set("Access-Control-Expose-Headers", String.join(",", exposed));
    }
  }

  private static void allow(
      JsonNode config, Optional<String> origin, Headers headers, boolean addVary) {
    boolean everyone = allowOrigin(Json.texts(config, "origins"), origin, headers, addVary);
    if (!Json.flag(config, "credentials", false)) {
      return;
    }
    if (!everyone) {
      headers.set("Access-Control-Allow-Credentials", "true");
    } else if (origin.isPresent()) {
      vary(headers, addVary);
      headers.set(ALLOW_ORIGIN, origin.get());
      headers.set("Access-Control-Allow-Credentials", "true");
    }
  }

  /** Whether any origin is allowed. */
  private static boolean allowOrigin(
      List<String> origins, Optional<String> origin, Headers headers, boolean addVary) {
    if (origins.isEmpty() || origins.equals(List.of("*"))) {
      headers.set(ALLOW_ORIGIN, "*");
      return true;
    }
    vary(headers, addVary);
    if (origins.size() == 1 && PLAIN.matcher(origins.get(0)).matches()) {
      headers.set(ALLOW_ORIGIN, origins.get(0));
      return false;
    }
    if (origin.isPresent() && origins.contains("*")) {
      headers.set(ALLOW_ORIGIN, "*");
      return true;
    }
    Optional<Origin> asked = origin.map(Origin::of);
    if (asked.isPresent() && origins.stream().anyMatch(entry -> fits(entry, asked.get()))) {
      headers.set(ALLOW_ORIGIN, asked.get().canonical());
    } else {
      headers.remove(ALLOW_ORIGIN);
    }
    return false;
  }

  private static boolean fits(String entry, Origin asked) {
    if (PLAIN.matcher(entry).matches()) {
      return Origin.of(entry).canonical().equals(asked.canonical());
    }
    String subject = entry.contains(":") ? asked.canonical() : asked.host();
    String anchored = entry.endsWith("$") ? entry : entry + "$";
    return Pattern.compile(anchored).matcher(subject).lookingAt();
  }

  private static String methods(JsonNode config) {
    List<String> methods = Json.texts(config, "methods");
    return methods.isEmpty()
        ? "GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS,TRACE,CONNECT"
        : String.join(",", methods);
  }

  private static void vary(Headers headers, boolean add) {
    if (add) {
      headers.add("Vary", "Origin");
    } else {
      headers.set("Vary", "Origin");
    }
  }
}
