package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.AccessBlock;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * {@code accessBlock} as an answer of the {@code fault} filter, see {@link AccessBlockDocument}.
 */
public final class AccessBlockEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "accessBlock";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    var metadata = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    var observed = policies.stream().filter(p -> p.spec().mode() == Mode.OBSERVE).toList();
    if (!observed.isEmpty()) {
      configs.put(FilterNames.ACCESS_BLOCK_OBSERVED, AccessBlockDocument.observing(observed));
    }
    for (Policy policy : policies) {
      var block = (AccessBlock) policy.spec().kind();
      var ledger = new FieldLedger(policy);
      if (policy.spec().mode() == Mode.OBSERVE) {
        observing(ledger, place);
      } else {
        configs.put(FilterNames.ACCESS_BLOCK, FaultDocument.always(block.status()));
        configs.put(FilterNames.ACCESS_BLOCK_CONTENT, AccessBlockDocument.contentType(block));
        metadata.put(AccessBlockDocument.METADATA, AccessBlockDocument.metadata(block));
        acting(ledger, block);
      }
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(configs, metadata, fidelity);
  }

  /** The filter of the chain that a route configures. */
  public static Node inChain() {
    return FaultDocument.inert();
  }

  /** What the listener says where that filter answers. */
  public static Node answers() {
    return AccessBlockDocument.answers();
  }

  private static void acting(FieldLedger ledger, AccessBlock block) {
    var evidence = Evidence.BLOCK.grade();
    ledger.emitted("status", evidence, List.of(GrpcAnswer.of(ledger.policy(), block.status())));
    ledger.emitted(
        "contentType",
        evidence,
        block.body().isEmpty() ? List.of(noContentType(ledger.policy(), block)) : List.of());
    ledger.emitted("body", evidence);
    ledger.emitted("mode", evidence);
  }

  /** What nobody is answered cannot be answered otherwise. */
  private static void observing(FieldLedger ledger, Place place) {
    ledger.withoutMeaning("status");
    ledger.withoutMeaning("contentType");
    ledger.withoutMeaning("body");
    Policy policy = ledger.policy();
    ledger.emitted(
        "mode",
        Evidence.OBSERVED_BLOCK.grade(),
        List.of(
            new Deviation(
                "observe-statistic",
                Direction.DIFFERENT,
                ("0 of 100 requests are answered here; all but preflights are counted in the"
                        + " statistic http.entente.rbac.policy.%s.shadow_denied of each of %d"
                        + " nodes, over all routes, those too that an address filter, a size or a"
                        + " limit refuses")
                    .formatted(policy.id().policy(), place.nodes()),
                "Read the statistic, or enforce.",
                List.of(policy.id()))));
  }

  private static Deviation noContentType(Policy policy, AccessBlock block) {
    return new Deviation(
        "no-content-type",
        Direction.DIFFERENT,
        "an answer of 0 characters carries no Content-Type, not %s".formatted(block.contentType()),
        "Give the answer a body.",
        List.of(policy.id()));
  }
}
