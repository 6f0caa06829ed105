package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RequestSize;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code requestSize} twice: by the length that a request declares, before anything of its body is
 * read, and by what arrives.
 */
public final class RequestSizeEmitter implements KindEmitter {

  private static final int TOO_LARGE = 413;

  /** What one HTTP/2 frame holds at most: Envoy takes no larger ones. */
  private static final long FRAME_BYTES = 16_384;

  @Override
  public String kindName() {
    return "requestSize";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger = new FieldLedger(policy);
      if (policy.spec().mode() == Mode.ENFORCE) {
        var size = (RequestSize) policy.spec().kind();
        configs.put(
            FilterNames.REQUEST_SIZE_DECLARED,
            FaultDocument.declaring(size.maxBytes() + 1, TOO_LARGE));
        configs.put(FilterNames.REQUEST_SIZE, RequestSizeDocument.of(size));
        ledger.emitted("maxBytes", Evidence.BODY_SIZE.grade(), deviations(policy, size, place));
        ledger.emitted("mode", Evidence.BODY_SIZE.grade());
      } else {
        // Without the act of refusing there is no size that makes a difference.
        ledger.withoutMeaning("maxBytes");
        ledger.unsupported("mode", Evidence.OBSERVED_SIZE.grade(), cannotObserve(policy));
      }
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(configs, fidelity);
  }

  /** The filter of the chain that a route configures. */
  public static Node inChain() {
    return RequestSizeDocument.inert();
  }

  private static List<Deviation> deviations(Policy policy, RequestSize size, Place place) {
    var found = new ArrayList<Deviation>();
    if (size.maxBytes() < FRAME_BYTES) {
      found.add(
          deviation(
              policy,
              "single-frame",
              Direction.LOOSER,
              ("up to %d bytes, not %d, pass where an HTTP/2 request declares no length and its body"
                      + " is 1 frame: Envoy does not measure a body that ends with its first frame")
                  .formatted(FRAME_BYTES, size.maxBytes()),
              "Have callers send Content-Length, or set %d bytes or more.".formatted(FRAME_BYTES)));
    }
    found.add(
        deviation(
            policy,
            "body-held",
            Direction.DIFFERENT,
            ("up to %d bytes of every request are held in the memory of each of %d nodes until its"
                    + " body has ended; only then limits count it and the upstream sees it, with a"
                    + " Content-Length, so that streams do not flow")
                .formatted(size.maxBytes(), place.nodes()),
            "Set no requestSize on routes of streams and of gRPC."));
    found.add(GrpcAnswer.of(policy, TOO_LARGE));
    return found;
  }

  private static Deviation cannotObserve(Policy policy) {
    return deviation(
        policy,
        "observe-not-possible",
        Direction.DIFFERENT,
        "0 bodies are measured and 0 are reported: Envoy either refuses a body or does not hold it",
        "Set mode: enforce; the access log says how large bodies are.");
  }

  private static Deviation deviation(
      Policy policy, String code, Direction direction, String bound, String remedy) {
    return new Deviation(code, direction, bound, remedy, List.of(policy.id()));
  }
}
