package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code headerTransform} as AssignMessage: for each header what all edits come to. */
public final class HeaderTransformEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "headerTransform";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.extensible()) {
      return Emission.notInEnvironment(
          place.made() ? "AssignMessage" : "a flow hook", policies, place);
    }
    List<FieldLedger> ledgers = policies.stream().map(FieldLedger::new).toList();
    var steps = new ArrayList<StepDraft>();
    for (HeaderSide side : HeaderSide.values()) {
      steps.addAll(side(side, ledgers, place));
    }
    if (!steps.isEmpty()) {
      ledgers.forEach(ledger -> ledger.emitted("mode", Evidence.HEADER_EDIT.grade()));
    }
    return Emission.of(steps, ledgers.stream().map(l -> l.report(place.route())).toList());
  }

  private static List<StepDraft> side(HeaderSide side, List<FieldLedger> ledgers, Place place) {
    var refused = new TreeMap<String, String>();
    var because = new LinkedHashMap<String, List<Policy>>();
    for (FieldLedger ledger : ledgers) {
      for (Edit edit : edits(side, ledger)) {
        HeaderSide.unwritable(edit).ifPresent(why -> refused.putIfAbsent(edit.name(), why));
        because.computeIfAbsent(edit.name(), n -> new ArrayList<>()).add(ledger.policy());
      }
    }
    ledgers.forEach(ledger -> judge(side, ledger, refused));
    List<Edit> kept =
        ledgers.stream()
            .flatMap(ledger -> edits(side, ledger).stream())
            .filter(edit -> !refused.containsKey(edit.name()))
            .toList();
    return new HeaderSteps(side, place, because).of(kept);
  }

  /** By header: where one edit cannot go out, the others would mean another thing. */
  private static void judge(HeaderSide side, FieldLedger ledger, Map<String, String> refused) {
    List<Edit> edits = edits(side, ledger);
    var stated = new Stated(ledger.policy().id());
    for (int i = 0; i < edits.size(); i++) {
      String field = side.field() + "[" + i + "]";
      Edit edit = edits.get(i);
      String why = refused.get(edit.name());
      if (why == null) {
        ledger.emitted(field, Evidence.HEADER_EDIT.grade(), deviations(side, edit, stated));
      } else {
        ledger.unsupported(
            field,
            Evidence.HEADER_SYNTAX.grade(),
            stated.different(
                "not-writable",
                "AssignMessage " + why + " (header " + edit.name() + ")",
                "Use another name or value."));
      }
    }
  }

  private static List<Deviation> deviations(HeaderSide side, Edit edit, Stated stated) {
    var found = new ArrayList<Deviation>();
    if (side == HeaderSide.RESPONSE) {
      found.add(
          stated.looser(
              "absent-on-faults",
              "0 edits of %s on answers to faults, refusals of the gateway among them"
                  .formatted(edit.name()),
              "None: Apigee runs no response flow after a fault."));
    }
    if (HeaderSide.listed(edit)) {
      found.add(
          stated.different(
              "comma",
              "1 value with a comma, of %s, is a list to Apigee and may go out with other blanks"
                  .formatted(edit.name()),
              "None needed where the header is a list."));
    }
    return found;
  }

  private static List<Edit> edits(HeaderSide side, FieldLedger ledger) {
    return side.edits((HeaderTransform) ledger.policy().spec().kind());
  }
}
