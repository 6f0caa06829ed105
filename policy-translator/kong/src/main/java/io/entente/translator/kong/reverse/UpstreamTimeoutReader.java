package io.entente.translator.kong.reverse;

import io.entente.policy.PolicyKind;
import io.entente.policy.Timeout;
import io.entente.translator.kong.emit.UpstreamEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** upstream-timeout, which knows silences and no deadline, so that none is read out of it. */
final class UpstreamTimeoutReader implements PluginReader {

  @Override
  public String plugin() {
    return UpstreamEmitter.ENTERPRISE_PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    Optional<Long> read = config.whole("read_timeout");
    if (!read.equals(config.whole("send_timeout"))) {
      throw new NotSaid(
          "it waits longer in one direction than in the other, and a policy does not");
    }
    return List.of(
        new Timeout(
            config.whole("connect_timeout").map(Duration::ofMillis),
            Optional.empty(),
            read.map(Duration::ofMillis)));
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of();
  }
}
