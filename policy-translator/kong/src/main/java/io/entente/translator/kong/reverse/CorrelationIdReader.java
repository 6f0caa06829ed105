package io.entente.translator.kong.reverse;

import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.CorrelationIdEmitter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** correlation-id, which keeps what a client sends. */
final class CorrelationIdReader implements PluginReader {

  @Override
  public String plugin() {
    return CorrelationIdEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    String header = config.text("header_name").orElseThrow(() -> new NotSaid("it names no header"));
    return List.of(
        new CorrelationId(
            header.toLowerCase(Locale.ROOT), OnInbound.KEEP, config.flag("echo_downstream")));
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.header_name", "The header is written in another case; it is the same header.",
        "config.generator", "Ids are of another form than random UUIDs, the form of a policy.");
  }
}
