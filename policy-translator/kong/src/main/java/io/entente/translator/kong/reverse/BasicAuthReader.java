package io.entente.translator.kong.reverse;

import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.BasicAuth;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.translator.kong.emit.BasicAuthEmitter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** basic-auth, where a password is demanded of everybody. */
final class BasicAuthReader implements PluginReader {

  @Override
  public String plugin() {
    return BasicAuthEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    if (config.at("anonymous").isPresent()) {
      throw new NotSaid("it lets callers without a password through, as an anonymous consumer");
    }
    return List.of(
        new BasicAuth(
            config.text("realm").orElse(""),
            config.flag("hide_credentials"),
            Preflight.CHECK,
            Credentials.VENDOR));
  }

  /** How often a password may be guessed, and who knows it, in newer versions. */
  @Override
  public Set<String> essential(Config config) {
    return Set.of("config.brute_force_protection", "config.principals", "config.identity_realms");
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of();
  }
}
