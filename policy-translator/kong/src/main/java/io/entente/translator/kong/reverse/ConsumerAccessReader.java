package io.entente.translator.kong.reverse;

import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.ConsumerAccessEmitter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** acl, of groups that consumers have, or of the common names that mtls-auth beside it tells. */
final class ConsumerAccessReader implements PluginReader {

  @Override
  public String plugin() {
    return ConsumerAccessEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    Optional<Config> clients = where.clients().filter(mtls -> MtlsReader.judgesBy(mtls, config));
    if (clients.isPresent()) {
      return List.of(MtlsReader.policy(clients.get(), Optional.of(config), where));
    }
    return List.of(
        new ConsumerAccess(groups(config, "allow"), groups(config, "deny"), OnUnknown.DENY));
  }

  private static Callers groups(Config config, String list) {
    return new Callers(List.of(), config.texts(list));
  }

  /** Who is let in, and whether by groups that something else than the consumer has. */
  @Override
  public Set<String> essential(Config config) {
    return Set.of(
        "config.allow",
        "config.always_use_authenticated_groups",
        "config.deny",
        "config.include_consumer_groups");
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.hide_groups_header",
        "The upstream is not told the groups, and sees what the caller says in X-Consumer-Groups.");
  }
}
