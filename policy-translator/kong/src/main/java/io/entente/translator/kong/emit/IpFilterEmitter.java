package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.IpFilter;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/** {@code ipFilter} as ip-restriction: the filters of a route joined into one. */
public final class IpFilterEmitter implements KindEmitter {

  public static final String PLUGIN = "ip-restriction";

  @Override
  public Set<String> kindNames() {
    return Set.of("ipFilter");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    AddressRanges ranges =
        AddressRanges.of(policies.stream().map(IpFilterEmitter::filter).toList());
    return new Emission(
        List.of(new PluginDraft(PLUGIN, config(ranges), policies, "")),
        policies.stream().map(policy -> judge(policy, place)).toList(),
        List.of());
  }

  private static Node.Obj config(AddressRanges ranges) {
    Node.Obj config =
        Doc.of("status", Node.number(403)).with("message", Node.text("address not allowed"));
    if (!ranges.allow().isEmpty()) {
      config = config.with("allow", Doc.texts(ranges.allow()));
    }
    return ranges.deny().isEmpty() ? config : config.with("deny", Doc.texts(ranges.deny()));
  }

  private static PolicyFidelity judge(Policy policy, Place place) {
    var ledger = new FieldLedger(policy);
    List<Deviation> address = List.of(clientAddress(policy));
    for (int i = 0; i < filter(policy).allow().size(); i++) {
      ledger.emitted("allow[" + i + "]", Evidence.ADDRESS_LIST.grade(), address);
    }
    for (int i = 0; i < filter(policy).deny().size(); i++) {
      ledger.emitted("deny[" + i + "]", Evidence.ADDRESS_LIST.grade(), address);
    }
    ledger.emitted("mode", Evidence.ADDRESS_LIST.grade(), List.of(afterAuthentication(policy)));
    return ledger.report(place.route());
  }

  private static Deviation clientAddress(Policy policy) {
    return new Stated(policy.id())
        .different(
            "client-address",
            "the client is the peer of the connection, or the forwarded one if trusted_ips of the node hold the peer: all callers behind 1 other proxy are judged by its address",
            "Set trusted_ips and real_ip_header on the nodes to the proxies before Kong.");
  }

  private static Deviation afterAuthentication(Policy policy) {
    return new Stated(policy.id())
        .different(
            "after-authentication",
            "1 call of authentication comes first: who it refuses is answered 401, not 403",
            "None: ip-restriction runs at priority 990, after authentication.");
  }

  private static IpFilter filter(Policy policy) {
    return (IpFilter) policy.spec().kind();
  }
}
