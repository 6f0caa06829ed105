package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.LogRecording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code trafficLog} as the access logger that the listener has anyway, see {@link
 * AccessLogDocument}; where not all is to be kept, the route's metadata says so, and the logger
 * tells the hub.
 */
public final class TrafficLogEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "trafficLog";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var recording = LogRecording.of(policies);
    var metadata = new TreeMap<String, Node>();
    if (recording.told()) {
      metadata.put(
          AccessLogDocument.METADATA,
          Proto.message(AccessLogDocument.RECORDING, recording.asked().word()));
    }
    return new RouteFilters(
        new TreeMap<>(),
        metadata,
        policies.stream().map(policy -> judge(policy, recording, place)).toList());
  }

  private static PolicyFidelity judge(Policy policy, LogRecording recording, Place place) {
    var ledger = new FieldLedger(policy);
    var deviations = new ArrayList<Deviation>();
    deviations.add(lost(policy, place));
    Duration wanted = LogDelay.maxDelay(policy);
    if (!wanted.equals(place.logDelay().least())) {
      deviations.add(shared(policy, wanted, place.logDelay()));
    }
    ledger.emitted("maxDelay", Evidence.LOG_DELAY.grade(), deviations);
    recording.report(ledger, Evidence.LOG_RECORDING.grade());
    // observing a log is logging
    ledger.withoutMeaning("mode");
    return ledger.report(place.route());
  }

  private static Deviation lost(Policy policy, Place place) {
    return new Deviation(
        "log-lost",
        Direction.LOOSER,
        ("while the hub cannot be reached, each worker of each of %d nodes keeps events of %d bytes"
                + " and loses the rest; Envoy counts them in"
                + " access_logs.grpc_access_log.logs_dropped")
            .formatted(place.nodes(), AccessLogDocument.BUFFER_BYTES),
        "Keep the hub reachable; the statistic says how much is missing.",
        List.of(policy.id()));
  }

  private static Deviation shared(Policy policy, Duration wanted, LogDelay delay) {
    var concerned = new ArrayList<>(List.of(policy.id()));
    concerned.addAll(delay.setBy());
    return new Deviation(
        "log-delay-shared",
        Direction.STRICTER,
        "events are held at most %d s, not %d s: the listener has one delay for all routes, the least, which %s asks for"
            .formatted(
                delay.least().toSeconds(),
                wanted.toSeconds(),
                String.join(", ", delay.setBy().stream().map(Object::toString).toList())),
        "Ask for the same delay on all routes of the gateway.",
        concerned);
  }
}
