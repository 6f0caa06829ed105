package io.entente.translator.kong.reverse;

import io.entente.model.event.Recording;
import io.entente.model.tree.Node;
import io.entente.policy.LogMasking;
import io.entente.policy.PolicyKind;
import io.entente.policy.TrafficLog;
import io.entente.translator.kong.emit.Ingest;
import io.entente.translator.kong.emit.LogFields;
import io.entente.translator.kong.emit.TrafficLogEmitter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** http-log, where it reports to this hub. */
final class TrafficLogReader implements PluginReader {

  @Override
  public String plugin() {
    return TrafficLogEmitter.PLUGIN;
  }

  @Override
  public List<PolicyKind> kinds(Config config, Where where) {
    Recording recording =
        where
            .ingest()
            .flatMap(ingest -> recording(ingest, config.text("http_endpoint").orElse("")))
            .orElseThrow(() -> new NotSaid("it reports to another place than this hub"));
    long seconds =
        config
            .whole("queue", "max_coalescing_delay")
            .orElseThrow(() -> new NotSaid("it does not say how long it holds events"));
    var log = new TrafficLog(Duration.ofSeconds(seconds), recording);
    return masking(config).<List<PolicyKind>>map(mask -> List.of(log, mask)).orElse(List.of(log));
  }

  private static Optional<Recording> recording(Ingest ingest, String endpoint) {
    if (endpoint.equals(ingest.url())) {
      return Optional.of(Recording.ALL);
    }
    String word = endpoint.substring(endpoint.lastIndexOf('/') + 1);
    return Recording.of(word).filter(found -> ingest.url(found).equals(endpoint));
  }

  /** What it leaves out as a policy does; the rest of its programs no policy says. */
  private static Optional<LogMasking> masking(Config config) {
    Map<String, String> programs = programs(config);
    List<String> headers =
        programs.keySet().stream()
            .filter(field -> field.startsWith(LogFields.REQUEST_HEADER))
            .map(field -> field.substring(LogFields.REQUEST_HEADER.length()))
            .filter(name -> nothing(programs, LogFields.REQUEST_HEADER + name))
            .filter(name -> nothing(programs, LogFields.RESPONSE_HEADER + name))
            .toList();
    boolean withoutQuery = programs.entrySet().containsAll(LogFields.WITHOUT_QUERY.entrySet());
    List<String> query =
        nothing(programs, LogFields.QUERY)
            ? List.of(LogMasking.WHOLE)
            : programs.keySet().stream()
                .filter(field -> field.startsWith(LogFields.QUERY + "."))
                .filter(field -> nothing(programs, field))
                .map(field -> field.substring(LogFields.QUERY.length() + 1))
                .toList();
    List<String> masked = withoutQuery ? query : List.of();
    return headers.isEmpty() && masked.isEmpty()
        ? Optional.empty()
        : Optional.of(new LogMasking(headers, masked));
  }

  private static boolean nothing(Map<String, String> programs, String field) {
    return LogFields.NOTHING.equals(programs.get(field));
  }

  private static Map<String, String> programs(Config config) {
    var programs = new TreeMap<String, String>();
    if (config.at("custom_fields_by_lua").orElse(Node.nothing()) instanceof Node.Obj fields) {
      fields
          .fields()
          .forEach(
              (field, program) ->
                  Entity.text(program).ifPresent(text -> programs.put(field, text)));
    }
    return programs;
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
