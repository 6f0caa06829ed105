package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import java.util.List;

/** What kinds about the upstream have in common. */
final class UpstreamLedger {

  private UpstreamLedger() {}

  static List<Policy> enforced(List<Policy> policies) {
    return policies.stream().filter(p -> p.spec().mode() == Mode.ENFORCE).toList();
  }

  /** The ledger of a policy that only observes: nothing watches without acting. */
  static FieldLedger observing(Policy policy, List<String> fields) {
    var ledger = new FieldLedger(policy);
    fields.forEach(ledger::withoutMeaning);
    ledger.unsupported(
        "mode",
        Evidence.OBSERVED_UPSTREAM.grade(),
        of(
            policy,
            "observe-not-possible",
            Direction.DIFFERENT,
            "0 requests are judged and 0 are reported: what Envoy does with the upstream it does or"
                + " does not",
            "Set mode: enforce; the access log says how long the upstream took and with what end."));
    return ledger;
  }

  static Deviation of(
      Policy policy, String code, Direction direction, String bound, String remedy) {
    return new Deviation(code, direction, bound, remedy, List.of(policy.id()));
  }
}
