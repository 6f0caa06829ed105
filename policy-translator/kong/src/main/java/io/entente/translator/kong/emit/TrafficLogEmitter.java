package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.policy.LogMasking;
import io.entente.policy.Policy;
import io.entente.policy.TrafficLog;
import io.entente.translator.FieldLedger;
import io.entente.translator.LogRecording;
import io.entente.translator.Stated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * {@code trafficLog} as http-log towards the hub, and {@code logMasking} as what it leaves out of
 * an entry.
 */
public final class TrafficLogEmitter implements KindEmitter {

  public static final String PLUGIN = "http-log";

  /** The header that carries the gateway's token. */
  public static final String TOKEN_HEADER = "x-entente-gateway-token";

  private static final int MAX_ENTRIES = 100_000;
  private static final int MAX_BATCH = 200;
  private static final int MAX_RETRY_SECONDS = 300;

  @Override
  public Set<String> kindNames() {
    return Set.of("trafficLog", "logMasking");
  }

  /** A log reports and enforces nothing, in either mode. */
  @Override
  public boolean observes() {
    return true;
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    List<Policy> logs = policies.stream().filter(policy -> !masks(policy)).toList();
    var masking = new LogMaskingFidelity(place, !logs.isEmpty());
    if (logs.isEmpty()) {
      return new Emission(List.of(), policies.stream().map(masking::of).toList(), List.of());
    }
    Duration delay =
        logs.stream()
            .map(policy -> log(policy).maxDelay())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    var recording = LogRecording.of(logs);
    List<PolicyFidelity> fidelity =
        policies.stream()
            .map(
                policy ->
                    masks(policy) ? masking.of(policy) : judge(policy, delay, recording, place))
            .toList();
    List<Policy> written =
        policies.stream()
            .filter(policy -> !masks(policy) || LogMaskingFidelity.sayable(policy))
            .toList();
    return place
        .ingest()
        .map(
            ingest ->
                new Emission(
                    List.of(
                        new PluginDraft(
                            PLUGIN,
                            config(ingest.url(recording.asked()), ingest, delay, written),
                            written,
                            "")),
                    fidelity,
                    List.of()))
        .orElseGet(() -> new Emission(List.of(), fidelity, List.of(noIngest(logs, place))));
  }

  private static Node.Obj config(String url, Ingest ingest, Duration delay, List<Policy> policies) {
    Node.Obj queue =
        Doc.of("max_batch_size", Node.number(MAX_BATCH))
            .with("max_coalescing_delay", Node.number(delay.toSeconds()))
            .with("max_entries", Node.number(MAX_ENTRIES))
            .with("max_retry_time", Node.number(MAX_RETRY_SECONDS));
    Node.Obj log =
        Doc.of("http_endpoint", url)
            .with("method", Node.text("POST"))
            .with("content_type", Node.text("application/json"))
            .with("headers", Doc.of(TOKEN_HEADER, ingest.token()))
            .with("queue", queue);
    List<LogMasking> masks =
        policies.stream()
            .filter(TrafficLogEmitter::masks)
            .map(policy -> (LogMasking) policy.spec().kind())
            .toList();
    return LogFields.of(masks).map(fields -> log.with("custom_fields_by_lua", fields)).orElse(log);
  }

  private static PolicyFidelity judge(
      Policy policy, Duration delay, LogRecording recording, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    var found = new ArrayList<Deviation>();
    found.add(
        stated.looser(
            "hub-unreachable",
            "events older than %d s are lost while the hub cannot be reached"
                .formatted(MAX_RETRY_SECONDS),
            "Keep outages of the hub shorter."));
    found.add(
        stated.looser(
            "queue-full",
            "events beyond %d waiting in one worker process are lost; traffic goes on"
                .formatted(MAX_ENTRIES),
            "None: the queue is bounded."));
    if (!log(policy).maxDelay().equals(delay)) {
      found.add(
          stated.stricter(
              "held-by-shorter",
              "events are held %d s, not %d s: another log of the route asks for it"
                  .formatted(delay.toSeconds(), log(policy).maxDelay().toSeconds()),
              "None needed."));
    }
    ledger.emitted("maxDelay", Evidence.LOG_QUEUE.grade(), found);
    recording.report(ledger, Evidence.LOG_QUEUE.grade());
    ledger.withoutMeaning("mode");
    return ledger.report(place.route());
  }

  private static Problem noIngest(List<Policy> policies, Place place) {
    return Problem.user(
        "INGEST_NOT_SET",
        "Policy "
            + policies.get(0).id()
            + " reports the traffic of "
            + place.route()
            + " to the hub, but the gateway was not told where the hub listens.",
        "settings." + Ingest.URL,
        "Set the hub's ingest address and the gateway's ingest token.");
  }

  private static boolean masks(Policy policy) {
    return policy.spec().kind() instanceof LogMasking;
  }

  private static TrafficLog log(Policy policy) {
    return (TrafficLog) policy.spec().kind();
  }
}
