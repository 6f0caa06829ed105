package io.entente.translator.kong.reverse;

import io.entente.policy.PolicyKind;
import io.entente.policy.TrafficLog;
import io.entente.translator.kong.emit.Ingest;
import io.entente.translator.kong.emit.KindEmitter;
import io.entente.translator.kong.emit.TrafficLogEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** http-log, where it reports to this hub. */
final class TrafficLogReader implements PluginReader {

  @Override
  public String plugin() {
    return TrafficLogEmitter.PLUGIN;
  }

  @Override
  public KindEmitter emitter() {
    return new TrafficLogEmitter();
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    Optional<String> url = where.ingest().map(Ingest::url);
    if (url.isEmpty() || !config.text("http_endpoint").equals(url)) {
      throw new NotSaid("it reports to another place than this hub");
    }
    long seconds =
        config
            .whole("queue", "max_coalescing_delay")
            .orElseThrow(() -> new NotSaid("it does not say how long it holds events"));
    return List.of(new TrafficLog(Duration.ofSeconds(seconds)));
  }

  @Override
  public Set<String> essential(Config config) {
    return Set.of("config.http_endpoint", "config.headers", "config.method");
  }

  @Override
  public Map<String, String> sentences() {
    return Map.of(
        "config.headers", "It shows another token than this hub gave the gateway.",
        "config.queue", "Its queue is of another size or patience than that of a policy.",
        "config.custom_fields_by_lua", "Programs of its own change the events.");
  }
}
