package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.NetEdit;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code headerTransform} as request-transformer and response-transformer: for each header what the
 * edits of all policies come to.
 */
public final class HeaderTransformEmitter implements KindEmitter {

  @Override
  public Set<String> kindNames() {
    return Set.of("headerTransform");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return emit(policies, place, Optional.empty());
  }

  /**
   * @param policies none where there is one that strips
   * @param stripping a policy that has cookies taken off answers before every edit
   */
  Emission emit(List<Policy> policies, Place place, Optional<Policy> stripping) {
    List<FieldLedger> ledgers = policies.stream().map(FieldLedger::new).toList();
    var plugins = new ArrayList<PluginDraft>();
    for (HeaderSide side : HeaderSide.values()) {
      side(side, ledgers, place, stripping.filter(p -> side == HeaderSide.RESPONSE))
          .ifPresent(plugins::add);
    }
    if (!plugins.isEmpty()) {
      ledgers.forEach(ledger -> ledger.emitted("mode", Evidence.HEADER_EDIT.grade()));
    }
    return new Emission(
        plugins, ledgers.stream().map(l -> l.report(place.route())).toList(), List.of());
  }

  private static Optional<PluginDraft> side(
      HeaderSide side, List<FieldLedger> ledgers, Place place, Optional<Policy> stripping) {
    Stream<Edit> first = stripping.stream().map(policy -> new Edit.Remove("set-cookie"));
    List<Edit> all =
        Stream.concat(first, ledgers.stream().flatMap(ledger -> edits(side, ledger).stream()))
            .toList();
    Map<String, Refusal> refused = refused(side, all, place);
    ledgers.forEach(ledger -> judge(side, ledger, refused, place));
    List<Edit> kept = all.stream().filter(edit -> !refused.containsKey(edit.name())).toList();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    var verbs = new HeaderVerbs();
    NetEdit.of(kept).forEach(verbs::edit);
    List<Policy> policies =
        Stream.concat(
                stripping.stream(),
                ledgers.stream()
                    .filter(ledger -> edits(side, ledger).stream().anyMatch(kept::contains))
                    .map(FieldLedger::policy))
            .toList();
    return Optional.of(
        new PluginDraft(side.plugin(), verbs.config(), policies, side.field() + "["));
  }

  /** Why nothing of a header goes out. */
  private record Refusal(String code, Evidence evidence, String bound, String remedy) {}

  /**
   * By header: where one edit cannot go out, the others of that header would mean another thing.
   */
  private static Map<String, Refusal> refused(HeaderSide side, List<Edit> edits, Place place) {
    var refused = new TreeMap<String, Refusal>();
    for (Edit edit : edits) {
      if (!place.has(side.plugin())) {
        refused.put(
            edit.name(),
            new Refusal(
                "plugin-not-enabled",
                Evidence.NODE_PLUGINS,
                "0 of 1 plugin needed, " + side.plugin() + ", is enabled on the gateway",
                "Add " + side.plugin() + " to the node's plugins setting."));
      } else if (side.writtenByKong(edit.name())) {
        refused.put(
            edit.name(),
            new Refusal(
                "gateway-header",
                Evidence.GATEWAY_HEADER,
                "1 header, " + edit.name() + ", is written by Kong itself after all plugins",
                "Leave the header to the gateway."));
      } else {
        side.unwritable(edit)
            .ifPresent(
                why ->
                    refused.putIfAbsent(
                        edit.name(),
                        new Refusal(
                            "not-writable",
                            Evidence.HEADER_SYNTAX,
                            side.plugin() + " " + why + " (header " + edit.name() + ")",
                            "Use another name or value.")));
      }
    }
    return refused;
  }

  private static void judge(
      HeaderSide side, FieldLedger ledger, Map<String, Refusal> refused, Place place) {
    List<Edit> edits = edits(side, ledger);
    for (int i = 0; i < edits.size(); i++) {
      String field = side.field() + "[" + i + "]";
      Refusal refusal = refused.get(edits.get(i).name());
      if (refusal == null) {
        ledger.emitted(
            field, Evidence.HEADER_EDIT.grade(), lastWord(side, edits.get(i), ledger, place));
      } else {
        ledger.unsupported(
            field,
            refusal.evidence().grade(),
            new Stated(ledger.policy().id())
                .different(refusal.code(), refusal.bound(), refusal.remedy()));
      }
    }
  }

  /** What other origins are told is to have the last word; in Kong these edits have it. */
  private static List<Deviation> lastWord(
      HeaderSide side, Edit edit, FieldLedger ledger, Place place) {
    boolean told = edit.name().equals("vary") || edit.name().startsWith("access-control-");
    return side == HeaderSide.RESPONSE && told && place.kinds().contains("cors")
        ? List.of(
            new Stated(ledger.policy().id())
                .different(
                    "edit-after-cors",
                    "1 header, %s, is edited after cors wrote it: response-transformer (800) runs after cors (2000)"
                        .formatted(edit.name()),
                    "Leave the header to the cors policy."))
        : List.of();
  }

  private static List<Edit> edits(HeaderSide side, FieldLedger ledger) {
    return side.edits((HeaderTransform) ledger.policy().spec().kind());
  }
}
