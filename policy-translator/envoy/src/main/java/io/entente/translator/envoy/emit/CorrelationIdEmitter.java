package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code correlationId} as header edits, see {@link CorrelationIdDocument}. */
public final class CorrelationIdEmitter implements KindEmitter {

  /** The header that Envoy itself gives an id, before any filter. */
  private static final String ENVOYS_OWN = "x-request-id";

  @Override
  public String kindName() {
    return "correlationId";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var rule = (CorrelationId) policy.spec().kind();
      var ledger = new FieldLedger(policy);
      if (policy.spec().mode() == Mode.OBSERVE) {
        ledger.withoutMeaning("header");
        ledger.withoutMeaning("onInbound");
        ledger.withoutMeaning("echo");
        ledger.unsupported("mode", Evidence.OBSERVED_ID.grade(), cannotObserve(policy));
      } else if (rule.header().contains("%")) {
        ledger.unsupported("header", Evidence.OBSERVED_ID.grade(), unreadable(policy, rule));
      } else {
        configs.put(FilterNames.CORRELATION_ID, CorrelationIdDocument.given(rule));
        if (rule.echo()) {
          configs.put(
              FilterNames.CORRELATION_ID_KEPT, CorrelationIdDocument.remembered(rule.header()));
          configs.put(FilterNames.CORRELATION_ID_ECHO, CorrelationIdDocument.echoed(rule.header()));
        }
        acting(ledger, rule);
      }
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(configs, fidelity);
  }

  /** The filter of the chain that remembers an id. */
  public static Node inChain() {
    return CorrelationIdDocument.inert();
  }

  private static void acting(FieldLedger ledger, CorrelationId rule) {
    Policy policy = ledger.policy();
    if (rule.header().startsWith("x-envoy-")) {
      ledger.emitted("header", Evidence.ROUTER_HEADER.grade(), List.of(routers(policy, rule)));
    } else {
      ledger.emitted("header", Evidence.REQUEST_ID.grade());
    }
    if (rule.header().equals(ENVOYS_OWN) && rule.onInbound() == OnInbound.KEEP) {
      ledger.unsupported("onInbound", Evidence.REQUEST_ID.grade(), replaced(policy));
    } else {
      ledger.emitted("onInbound", Evidence.REQUEST_ID.grade());
    }
    ledger.emitted("echo", Evidence.REQUEST_ID.grade());
    ledger.emitted("mode", Evidence.REQUEST_ID.grade());
  }

  private static Deviation replaced(Policy policy) {
    return deviation(
        policy,
        "inbound-replaced",
        Direction.STRICTER,
        "0 ids that clients send are kept: Envoy puts its own into x-request-id before any filter"
            + " sees it, on all routes of a listener alike",
        "Use another header, such as x-correlation-id, or onInbound: replace.");
  }

  private static Deviation routers(Policy policy, CorrelationId rule) {
    return deviation(
        policy,
        "router-header",
        Direction.DIFFERENT,
        "1 header, " + rule.header() + ", may steer Envoy's router and not be forwarded",
        "Use a name that does not start with x-envoy-.");
  }

  private static Deviation unreadable(Policy policy, CorrelationId rule) {
    return deviation(
        policy,
        "header-unreadable",
        Direction.DIFFERENT,
        "0 requests get an id: Envoy's formats cannot name the header " + rule.header(),
        "Use a name without a percent sign.");
  }

  private static Deviation cannotObserve(Policy policy) {
    return deviation(
        policy,
        "observe-not-possible",
        Direction.DIFFERENT,
        "0 requests get an id and 0 are reported: Envoy either gives ids or does not",
        "Set mode: enforce.");
  }

  private static Deviation deviation(
      Policy policy, String code, Direction direction, String bound, String remedy) {
    return new Deviation(code, direction, bound, remedy, List.of(policy.id()));
  }
}
