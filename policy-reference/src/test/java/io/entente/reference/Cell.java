package io.entente.reference;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.Translation;
import io.entente.translator.Translator;
import io.entente.translator.testkit.CaseRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an edition makes of a kind: every policy of the corpus, in every place, really translated.
 */
final class Cell {

  /**
   * One policy in one place, as the worst of the gateways asked has it.
   *
   * @param observed whether the policy only reports
   */
  record Row(String policy, String place, boolean observed, Mark mark) {}

  private final String kind;
  private final Edition edition;
  private final Backing backing;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Stated> stated = new TreeMap<>();

  private Cell(String kind, Edition edition) {
    this.kind = kind;
    this.edition = edition;
    this.backing = Backing.of(edition.vendor(), kind, edition.recorded());
  }

  static Cell of(String kind, Edition edition) {
    var cell = new Cell(kind, edition);
    for (Policy policy : Corpus.of(kind)) {
      edition.places().forEach(place -> cell.translate(policy, place));
    }
    return cell;
  }

  private void translate(Policy policy, Place place) {
    var marks = new ArrayList<Mark>();
    for (var profile : edition.profiles()) {
      var policies = new ArrayList<>(List.of(policy));
      policies.addAll(Corpus.beside(kind, edition.vendor()));
      var request = CaseRequest.of(profile, place.observed(), place.apis(), policies);
      Translation translation = translator().translate(request);
      translation.refusals().stream()
          .filter(problem -> !problem.code().equals("FIDELITY_BELOW_REQUIRED"))
          .findFirst()
          .ifPresent(
              problem -> {
                throw new AssertionError(edition.id() + ": " + policy.id() + ": " + problem);
              });
      List<PolicyFidelity> entries =
          translation.fidelity().entries().stream()
              .filter(entry -> entry.policy().equals(policy.id()))
              .toList();
      if (entries.size() != 1) {
        throw new AssertionError(edition.id() + " states " + entries + " of " + policy.id());
      }
      marks.add(Mark.of(entries.get(0)));
      entries.get(0).fields().forEach(field -> note(field, policy));
    }
    rows.add(
        new Row(
            policy.id().policy().value(),
            place.title(),
            policy.spec().mode() == Mode.OBSERVE,
            marks.stream().reduce(Mark::worse).orElseThrow()));
  }

  private void note(FieldFidelity field, Policy policy) {
    for (Deviation deviation : field.deviations()) {
      stated
          .computeIfAbsent(
              deviation.code() + deviation.direction(), first -> Stated.first(deviation))
          .also(field.field(), policy.id().policy().value());
    }
  }

  private Translator translator() {
    return ServiceLoader.load(Translator.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(one -> one.vendor() == edition.vendor())
        .findFirst()
        .orElseThrow();
  }

  String kind() {
    return kind;
  }

  Edition edition() {
    return edition;
  }

  /** Where everything is refused, no behaviour is there to be tested. */
  Backing backing() {
    return best().grade() == FidelityGrade.UNSUPPORTED ? backing.ofRefusals() : backing;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** Names of the corpus in its order, each with what came of it by place. */
  Map<String, List<Row>> byPolicy() {
    var found = new LinkedHashMap<String, List<Row>>();
    rows.forEach(row -> found.computeIfAbsent(row.policy(), name -> new ArrayList<>()).add(row));
    return found;
  }

  Collection<Stated> stated() {
    return stated.values();
  }

  /** Of the policies that act. */
  Mark best() {
    return acting().min(Comparator.naturalOrder()).orElseThrow();
  }

  Mark worst() {
    return acting().max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The worst of those that only report; empty where the corpus has none. */
  Optional<Mark> observed() {
    return rows.stream().filter(Row::observed).map(Row::mark).max(Comparator.naturalOrder());
  }

  private Stream<Mark> acting() {
    return rows.stream().filter(row -> !row.observed()).map(Row::mark);
  }
}
