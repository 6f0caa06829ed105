package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.tree.Node;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code correlationId} as correlation-id, which keeps what a client sends. */
public final class CorrelationIdEmitter implements KindEmitter {

  public static final String PLUGIN = "correlation-id";

  @Override
  public Set<String> kindNames() {
    return Set.of("correlationId");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    Policy nearest = policies.get(policies.size() - 1);
    var ledgers = policies.stream().map(FieldLedger::new).toList();
    boolean goesOut = judge(ledgers.get(ledgers.size() - 1), place);
    return new Emission(
        goesOut
            ? List.of(new PluginDraft(PLUGIN, config(rule(nearest)), List.of(nearest), ""))
            : List.of(),
        ledgers.stream().map(ledger -> ledger.report(place.route())).toList(),
        List.of());
  }

  private static Node.Obj config(CorrelationId rule) {
    return Doc.of("header_name", rule.header())
        .with("generator", Node.text("uuid"))
        .with("echo_downstream", Node.bool(rule.echo()));
  }

  /** False when nothing goes out: half of an id would be trusted for more than it is. */
  private static boolean judge(FieldLedger ledger, Place place) {
    CorrelationId rule = rule(ledger.policy());
    var stated = new Stated(ledger.policy().id());
    if (rule.onInbound() == OnInbound.REPLACE) {
      ledger.unsupported(
          "onInbound",
          Evidence.CORRELATION_ID.grade(),
          stated.looser(
              "inbound-trusted",
              "the 1 id that a client sends is kept, whatever it is: correlation-id (100001) runs before request-transformer (801) could take it out",
              "Set onInbound: keep, which is what Kong does, or take the header out before Kong."));
      return false;
    }
    Optional<Deviation> unwritable = unwritable(rule, stated);
    if (unwritable.isPresent()) {
      ledger.unsupported("header", Evidence.GATEWAY_HEADER.grade(), unwritable.get());
      return false;
    }
    ledger.emitted("header", Evidence.CORRELATION_ID.grade());
    ledger.emitted("onInbound", Evidence.CORRELATION_ID.grade(), List.of(several(rule, stated)));
    ledger.emitted("echo", Evidence.CORRELATION_ID.grade(), lastWord(rule, place, stated));
    ledger.emitted("mode", Evidence.CORRELATION_ID.grade());
    return true;
  }

  private static Optional<Deviation> unwritable(CorrelationId rule, Stated stated) {
    String header = rule.header();
    if (!HeaderSide.plain(header)) {
      return Optional.of(
          stated.different(
              "not-readable",
              "0 headers with other characters than a-z, 0-9, _ and - get past nginx (header %s)"
                  .formatted(header),
              "Use another name."));
    }
    boolean gateways =
        HeaderSide.REQUEST.writtenByKong(header)
            || rule.echo() && HeaderSide.RESPONSE.writtenByKong(header);
    return gateways
        ? Optional.of(
            stated.different(
                "gateway-header",
                "1 header, " + header + ", is written by Kong itself after all plugins",
                "Use another name."))
        : Optional.empty();
  }

  private static Deviation several(CorrelationId rule, Stated stated) {
    return stated.different(
        "several-inbound",
        "of n > 1 headers %s the first is the id, and the upstream gets all n instead of 1"
            .formatted(rule.header()),
        "None in Kong; have callers send the header once.");
  }

  /** The id is meant to come after the edits of the answer; in Kong it comes before them. */
  private static List<Deviation> lastWord(CorrelationId rule, Place place, Stated stated) {
    boolean edited =
        place.kinds().contains("headerTransform")
            || place.acting().contains(HeaderSide.RESPONSE.plugin());
    return rule.echo() && edited
        ? List.of(
            stated.different(
                "edited-after-echo",
                "1 header, %s, is echoed before response-transformer (800) edits the answer: an edit of it has the last word"
                    .formatted(rule.header()),
                "Edit other headers only."))
        : List.of();
  }

  private static CorrelationId rule(Policy policy) {
    return (CorrelationId) policy.spec().kind();
  }
}
