package io.entente.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.policy.Policy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FidelityMatrixTest {

  private static final String CONSOLE = "hub-service/src/main/webui/src/pages/fidelity/matrix.json";

  private static final Map<String, List<Cell>> MATRIX = new TreeMap<>();

  @BeforeAll
  static void translate() {
    List<Edition> editions = Edition.all();
    for (String kind : Kinds.names()) {
      MATRIX.put(kind, editions.stream().map(edition -> Cell.of(kind, edition)).toList());
    }
  }

  @Test
  void pageSaysWhatTheTranslatorsSay() throws IOException {
    Page.of("docs/fidelity-matrix.md").holds(MatrixPage.of(MATRIX));
  }

  @Test
  void consoleShowsTheSame() throws IOException {
    Page.of(CONSOLE).is(JsonTree.pretty(MatrixTree.of(MATRIX, Edition.all())) + "\n");
  }

  @Test
  void everyCorpusBeginsWithThePlainPolicyAndHasOnlyItsKind() {
    for (String kind : Kinds.names()) {
      // When
      List<Policy> policies = Corpus.of(kind);

      // Then
      assertThat(policies).extracting(policy -> policy.spec().kind().kindName()).containsOnly(kind);
      assertThat(policies).extracting(policy -> policy.id().policy()).doesNotHaveDuplicates();
    }
  }

  @Test
  void everyTestThatIsNamedIsThere() {
    cells()
        .forEach(
            cell ->
                assertThat(cell.backing().names())
                    .as("%s on %s", cell.kind(), cell.edition().id())
                    .allMatch(test -> Backing.source(cell.edition().vendor(), test).isPresent()));
  }

  @Test
  void everyCellIsHeldByATest() {
    cells()
        .forEach(
            cell ->
                assertThat(cell.backing().names())
                    .as("%s on %s", cell.kind(), cell.edition().id())
                    .isNotEmpty());
  }

  @Test
  void nothingBelowJudgedIsPrintedAsPlainExact() {
    var marks = cells().flatMap(cell -> cell.rows().stream()).map(Cell.Row::mark).toList();

    assertThat(marks)
        .filteredOn(mark -> mark.printed().equals("EXACT"))
        .allMatch(mark -> mark.evidence().compareTo(EvidenceGrade.JUDGED) <= 0);
    assertThat(new Mark(FidelityGrade.EXACT, EvidenceGrade.SIMULATED).printed())
        .isEqualTo("EXACT (unverified)");
  }

  @Test
  void plainExactIsHeldByATestOfWhatItMeans() {
    cells()
        .filter(cell -> cell.best().printed().equals("EXACT"))
        .forEach(
            cell ->
                assertThat(cell.backing().meaning())
                    .as("%s on %s", cell.kind(), cell.edition().id())
                    .isNotEmpty());
  }

  private static Stream<Cell> cells() {
    return MATRIX.values().stream().flatMap(List::stream);
  }
}
