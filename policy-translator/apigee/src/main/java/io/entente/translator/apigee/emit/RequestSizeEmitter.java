package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.RequestSize;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code requestSize} as RaiseFault, where the request says of itself that it is longer. A length
 * that is no number counts as too long.
 */
public final class RequestSizeEmitter implements KindEmitter {

  private static final String LENGTH = "request.header.content-length";

  /** What Apigee holds whole by default, as it documents: 10 MB. */
  private static final long HELD_WHOLE = 10_485_760;

  /** What that can be raised to: 30 MB, on a runtime of the customer's own 75 MB. */
  private static final long RAISED = 31_457_280;

  private static final long RAISED_HYBRID = 78_643_200;

  @Override
  public String kindName() {
    return "requestSize";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.made() && !place.extensible()) {
      return Emission.notInEnvironment("a flow hook", policies, place);
    }
    List<StepDraft> steps = policies.stream().map(policy -> step(policy, place)).toList();
    return Emission.of(steps, policies.stream().map(policy -> judge(policy, place)).toList());
  }

  private static StepDraft step(Policy policy, Place place) {
    String name = place.policy("size", policy.id().policy().value());
    return new StepDraft(
        Stage.SIZE,
        name,
        RaiseFaultPolicy.file(name, 413, "Content Too Large", "request too large"),
        Optional.of(
            "(%s != null) and (!(%s JavaRegex \"%s\"))"
                .formatted(LENGTH, LENGTH, LengthPattern.atMost(most(policy)))),
        List.of(policy));
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var stated = new Stated(policy.id());
    var around = new ArrayList<Deviation>();
    FaultRules.deviation(stated, place).ifPresent(around::add);
    ledger.emitted("maxBytes", Evidence.REQUEST_LENGTH.grade(), bytes(most(policy), place, stated));
    ledger.emitted("mode", Evidence.REQUEST_LENGTH.grade(), around);
    return ledger.report(place.route());
  }

  private static List<Deviation> bytes(long most, Place place, Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.looser(
            "length-unknown",
            "bodies that come without a Content-Length, chunked ones for example, are not measured: not %d but %swithout end if the proxy streams them"
                .formatted(most, heldWhole(most, place)),
            "Measure such bodies in front of Apigee or in the upstream."));
    if (most > HELD_WHOLE) {
      found.add(
          stated.stricter(
              "limit-of-apigee",
              "%d bytes, not %d, if the proxy holds bodies whole and Apigee was not told to hold more: it answers 413 itself"
                  .formatted(HELD_WHOLE, most),
              "Let the proxy stream requests, or write maxBytes: %d.".formatted(HELD_WHOLE)));
    }
    return found;
  }

  /** How long bodies get that nobody measures and the proxy does not stream. */
  private static String heldWhole(long most, Place place) {
    long raised = place.hybrid() ? RAISED_HYBRID : RAISED;
    if (most >= raised) {
      return "";
    }
    return most >= HELD_WHOLE
        ? "up to %d bytes where Apigee was told to hold that much, and ".formatted(raised)
        : "up to %d bytes if the proxy holds them whole, %d where that was raised, and "
            .formatted(HELD_WHOLE, raised);
  }

  private static long most(Policy policy) {
    return ((RequestSize) policy.spec().kind()).maxBytes();
  }
}
