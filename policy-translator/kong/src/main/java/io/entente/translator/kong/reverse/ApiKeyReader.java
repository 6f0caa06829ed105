package io.entente.translator.kong.reverse;

import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.ApiKey.In;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.translator.kong.emit.ApiKeyEmitter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** key-auth, where a key is demanded of everybody, in one place and by one name. */
final class ApiKeyReader implements PluginReader {

  @Override
  public String plugin() {
    return ApiKeyEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (config.at("anonymous").isPresent()) {
      throw new NotSaid("it lets callers without a key through, as an anonymous consumer");
    }
    if (config.flag("key_in_body")) {
      throw new NotSaid("it looks for a key in bodies too");
    }
    boolean header = config.flag("key_in_header");
    if (header == config.flag("key_in_query")) {
      throw new NotSaid(
          header
              ? "it takes a key from header or query, and a policy from one of them"
              : "it looks for a key nowhere, so that nobody gets through");
    }
    List<String> names = config.texts("key_names");
    if (names.size() != 1) {
      throw new NotSaid("it has %d names for a key, and a policy one".formatted(names.size()));
    }
    return List.of(
        new ApiKey(
            header ? In.HEADER : In.QUERY,
            header ? names.get(0).toLowerCase(Locale.ROOT) : names.get(0),
            config.flag("hide_credentials"),
            config.flag("run_on_preflight") ? Preflight.CHECK : Preflight.PASS,
            Credentials.VENDOR));
  }

  /** Who knows the keys, in newer versions. */
  @Override
  public Set<String> essential(Config config) {
    return Set.of("config.principals", "config.identity_realms");
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.key_names", "The header is written in another case; it is the same header.",
        "config.realm", "Refused callers are told a realm; of a policy they are told none.");
  }
}
