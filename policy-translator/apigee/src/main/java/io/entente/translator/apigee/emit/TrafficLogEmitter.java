package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.policy.Policy;
import io.entente.policy.TrafficLog;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.LogRecording;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code trafficLog} as MessageLogging in the PostClientFlow, towards the hub. */
public final class TrafficLogEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "trafficLog";
  }

  /** A log reports and enforces nothing, in either mode. */
  @Override
  public boolean observes() {
    return true;
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.nothing(
          policies,
          place,
          ledger -> {
            for (String field : KindFields.of(ledger.policy()).keySet()) {
              if (!field.equals("mode")) {
                ledger.unsupported(field, Evidence.ENVIRONMENT.grade(), unextensible(ledger));
              }
            }
          });
    }
    var recording = LogRecording.of(policies);
    List<PolicyFidelity> fidelity =
        policies.stream().map(policy -> judge(policy, recording, place)).toList();
    return place
        .ingest()
        .map(ingest -> Emission.of(List.of(step(policies, recording, place, ingest)), fidelity))
        .orElseGet(
            () -> new Emission(List.of(), fidelity, List.of(), List.of(noIngest(policies, place))));
  }

  private static Deviation unextensible(FieldLedger ledger) {
    return new Stated(ledger.policy().id())
        .different(
            "environment-type",
            "0 of 1 thing needed, MessageLogging, runs in an environment of type BASE",
            "Move the proxies to an environment of type INTERMEDIATE or COMPREHENSIVE.");
  }

  private static StepDraft step(
      List<Policy> policies, LogRecording recording, Place place, Ingest ingest) {
    String name = place.policy("log");
    return new StepDraft(
        Stage.LOG,
        name,
        MessageLoggingPolicy.file(name, ingest, recording.asked()),
        Optional.empty(),
        policies);
  }

  private static PolicyFidelity judge(Policy policy, LogRecording recording, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    var found = new ArrayList<Deviation>();
    found.add(
        stated.stricter(
            "sent-at-once",
            "events are held 0 s, not up to %d s"
                .formatted(((TrafficLog) policy.spec().kind()).maxDelay().toSeconds()),
            "None needed."));
    found.add(
        stated.looser(
            "hub-unreachable",
            "events are sent 1 time: those of a time when the hub cannot be reached are lost",
            "Keep outages of the hub short."));
    if (place.ingest().filter(ingest -> !ingest.tls()).isPresent()) {
      found.add(
          stated.looser(
              "without-tls",
              "1 connection, to the hub, is not encrypted: the gateway's ingest token can be read on"
                  + " the way",
              "Let the hub listen with TLS."));
    }
    ledger.emitted("maxDelay", Evidence.MESSAGE_LOG.grade(), found);
    recording.report(ledger, Evidence.MESSAGE_LOG.grade());
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
        "settings." + Ingest.HOST,
        "Set the hub's syslog address and the gateway's ingest token.");
  }
}
