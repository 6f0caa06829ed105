package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.schema.Rule;
import io.entente.simulator.kong.schema.Rules;
import java.util.Map;
import java.util.Optional;

/** Rules of fields that Kong keeps in functions, so that no schema shows them. */
final class FieldRules {

  private static final Map<String, Map<String, Rule>> OF_ENTITY =
      Map.of(
          "services",
          Map.of(
              "name", text(Texts::name),
              "host", text(Texts::host),
              "path", text(Texts::path)),
          "routes",
          Map.of(
              "name", text(Texts::name),
              "hosts[]", text(Texts::hostPattern),
              "paths[]", text(Texts::routerPath),
              "headers{}", text(Texts::headerName),
              "snis[]", text(Texts::sni),
              "sources[].ip", text(Texts::ipOrCidr),
              "destinations[].ip", text(Texts::ipOrCidr)),
          "plugins",
          Map.of("instance_name", text(Texts::name)),
          "upstreams",
          Map.of(
              "name", text(Texts::upstreamName),
              "hash_on_header", text(Texts::headerName),
              "hash_fallback_header", text(Texts::headerName),
              "host_header", text(Texts::host)),
          "snis",
          Map.of("name", text(Texts::sni)),
          "certificates",
          Map.of("cert", text(Pem::certificate), "key", text(Pem::privateKey)),
          "ca_certificates",
          Map.of("cert", text(Pem::certificate)));

  private static final Map<String, Map<String, Rule>> OF_PLUGIN =
      Map.of(
          "http-log", Map.of("config.http_endpoint", text(Texts::url)),
          "ip-restriction",
              Map.of(
                  "config.allow[]", text(Texts::ipOrCidr),
                  "config.deny[]", text(Texts::ipOrCidr)),
          "key-auth", Map.of("config.key_names[]", text(Texts::headerName)),
          "cors", Map.of("config.origins[]", text(Texts::origin)),
          "rate-limiting", Map.of("config", PluginRules::periods),
          "response-ratelimiting", Map.of("config.limits[]", PluginRules::periods),
          "request-termination", Map.of("config", PluginRules::termination),
          "proxy-cache", Map.of("config.memory.dictionary_name", text(PluginRules::dictionary)));

  private FieldRules() {}

  static Rules ofEntity(String name) {
    return path -> find(OF_ENTITY, name, path);
  }

  static Rules ofPlugin(String name) {
    return path -> find(OF_PLUGIN, name, path);
  }

  private static Optional<Rule> find(
      Map<String, Map<String, Rule>> rules, String name, String path) {
    return path.equals("tags[]")
        ? Optional.of(text(Texts::tag))
        : Optional.ofNullable(rules.getOrDefault(name, Map.of()).get(path));
  }

  /** A text that refers to a vault is judged only when it is resolved. */
  private static Rule text(java.util.function.Function<String, Optional<String>> judge) {
    return (JsonNode value) ->
        value.asText().startsWith("{vault://") ? Optional.empty() : judge.apply(value.asText());
  }
}
