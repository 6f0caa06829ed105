package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.IpFilter;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import java.util.List;
import java.util.TreeMap;

/** {@code ipFilter} as {@code rbac}: all policies of a route in one filter. */
public final class IpFilterEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "ipFilter";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    configs.put(
        FilterNames.IP_FILTER,
        IpFilterDocument.of(in(policies, Mode.ENFORCE), in(policies, Mode.OBSERVE)));
    return new RouteFilters(configs, policies.stream().map(p -> judge(p, place)).toList());
  }

  /** The filter of the chain that a route configures. */
  public static Node inChain() {
    return IpFilterDocument.inert();
  }

  private static List<Policy> in(List<Policy> policies, Mode mode) {
    return policies.stream().filter(policy -> policy.spec().mode() == mode).toList();
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    var filter = (IpFilter) policy.spec().kind();
    ranges(ledger, "allow", filter.allow().size(), place);
    ranges(ledger, "deny", filter.deny().size(), place);
    if (policy.spec().mode() == Mode.ENFORCE) {
      ledger.emitted("mode", Evidence.ADDRESS_RANGE.grade());
    } else {
      ledger.emitted("mode", Evidence.OBSERVED_ADDRESS.grade(), List.of(observed(policy, place)));
    }
    return ledger.report(place.route());
  }

  private static void ranges(FieldLedger ledger, String list, int size, Place place) {
    var address =
        ClientAddress.of(
            place,
            ledger.policy().id(),
            "callers behind one proxy are all judged by the proxy's address");
    for (int i = 0; i < size; i++) {
      ledger.emitted(list + "[" + i + "]", Evidence.ADDRESS_RANGE.grade(), List.of(address));
    }
  }

  private static Deviation observed(Policy policy, Place place) {
    return new Deviation(
        "observe-statistic",
        Direction.DIFFERENT,
        ("0 of 100 requests are refused; those that would be are counted in the statistic"
                + " http.entente.rbac.policy.%s.shadow_denied of each of %d nodes, over all routes,"
                + " and marked in their access log entries (metadata envoy.filters.http.rbac)")
            .formatted(policy.id().policy(), place.nodes()),
        "Read the statistic, or enforce.",
        List.of(policy.id()));
  }
}
