package io.entente.translator.kong.reverse;

import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.JwtEmitter;
import java.util.List;
import java.util.Map;

/**
 * openid-connect, where it does one of its many things: verify tokens, or ask for them. Any other
 * setting than an emitter writes may switch on another, so that only what is named here may differ.
 */
final class OpenIdReader implements PluginReader {

  private static final String CLAIMS = "It compares this claim in another of its three places.";
  private static final String WORDS = "Refused callers are told another text.";
  private static final String ASKING = "It asks its issuer in another way over the network.";

  private static final Map<String, String> SENTENCES =
      Map.ofEntries(
          Map.entry("config.scopes_claim", CLAIMS),
          Map.entry("config.scopes_required", CLAIMS),
          Map.entry("config.roles_claim", CLAIMS),
          Map.entry("config.roles_required", CLAIMS),
          Map.entry("config.groups_claim", CLAIMS),
          Map.entry("config.groups_required", CLAIMS),
          Map.entry("config.display_errors", WORDS),
          Map.entry("config.expose_error_code", WORDS),
          Map.entry("config.forbidden_error_message", WORDS),
          Map.entry("config.unauthorized_error_message", WORDS),
          Map.entry("config.http_version", ASKING),
          Map.entry("config.keepalive", ASKING),
          Map.entry("config.timeout", ASKING),
          Map.entry("config.cache_ttl", "It keeps for another time what it never keeps here."),
          Map.entry(
              "config.hide_credentials",
              "The token goes on to the upstream, in another way than a policy has it."),
          Map.entry(
              "config.upstream_access_token_header",
              "The token goes on to the upstream, in another way than a policy has it."));

  @Override
  public String plugin() {
    return JwtEmitter.ENTERPRISE_PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (config.at("anonymous").isPresent()) {
      throw new NotSaid("it lets callers without a token through, as an anonymous consumer");
    }
    List<String> methods = config.texts("auth_methods");
    if (methods.equals(List.of("bearer"))) {
      return List.of(OpenIdTokens.verified(config));
    }
    if (asks(config)) {
      return List.of(OpenIdTokens.askedFor(config));
    }
    throw new NotSaid(
        "it takes callers by %s, and a policy by a token that is verified or asked for"
            .formatted(methods.isEmpty() ? "nothing" : String.join(", ", methods)));
  }

  private static boolean asks(Config config) {
    return config.texts("auth_methods").equals(List.of("introspection"));
  }

  @Override
  public boolean means(String path, Config config) {
    return switch (path) {
      case "config.hide_credentials", "config.upstream_access_token_header" ->
          !OpenIdTokens.forwards(config);
      case "config.cache_ttl" -> config.flag("cache_introspection");
      // A jwt has up to three claims, compared alike in whichever place.
      default -> CLAIMS.equals(SENTENCES.get(path)) ? asks(config) : !SENTENCES.containsKey(path);
    };
  }

  @Override
  public Map<String, String> sentences() {
    return SENTENCES;
  }
}
