package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Decisions about drift on the command line. */
class DriftCommandTest {

  private static final String DECISION =
      "{\"id\":3,\"object\":\"cluster/api.a\",\"path\":\"timeout\",\"gatewayValue\":\"1s\","
          + "\"until\":\"2027-01-31T12:00:00Z\"}";

  @RegisterExtension final AnsweringHub hub = new AnsweringHub();

  @Test
  void adoptsTheValuesThatTheListShows() {
    // Given
    hub.answers("GET /api/drift", 200, "[{\"id\":7,\"seen\":\"abc\"}]");
    hub.answers("POST /api/drift/7/adopt", 200, DECISION);
    // When
    int code = hub.run("drift", "adopt", "7", "--reason", "measured");
    // Then
    assertThat(code).isZero();
    assertThat(hub.asked()).contains("POST /api/drift/7/adopt");
    assertThat(hub.bodies()).contains("{\"reason\":\"measured\",\"seen\":\"abc\"}");
    assertThat(hub.out()).isEqualTo("decision 3: cluster/api.a timeout stays 1s\n");
  }

  @Test
  void ignoresWhatWasSeenUntilAnInstantAndPrintsJson() {
    // Given
    hub.answers("POST /api/drift/7/ignore", 200, DECISION);
    // When
    int code =
        hub.run(
            "drift",
            "ignore",
            "7",
            "--reason",
            "trial",
            "--seen",
            "abc",
            "--until",
            "2027-01-31T12:00:00Z",
            "-o",
            "json");
    // Then
    assertThat(code).isZero();
    assertThat(hub.asked()).containsExactly("POST /api/drift/7/ignore");
    assertThat(hub.bodies())
        .containsExactly(
            "{\"reason\":\"trial\",\"seen\":\"abc\",\"until\":\"2027-01-31T12:00:00Z\"}");
    assertThat(hub.out()).contains("\"id\": 3");
  }

  @Test
  void daysFromNowAreAnInstantAndOtherWordsAreRefused() {
    assertThat(DriftDecide.Ignore.instant("30d", Instant.EPOCH))
        .isEqualTo(Instant.parse("1970-01-31T00:00:00Z"));
    assertThatThrownBy(() -> DriftDecide.Ignore.instant("soon", Instant.EPOCH))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesADecisionAboutDriftThatIsNotThereAndSendsNone() {
    // Given
    hub.answers("GET /api/drift", 200, "[{\"id\":8,\"seen\":\"abc\"}]");
    // When
    int code = hub.run("drift", "adopt", "7", "--reason", "measured");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(hub.err()).contains("DRIFT_NOT_FOUND", "entente get drifts");
    assertThat(hub.asked()).containsExactly("GET /api/drift");
  }

  @Test
  void listsDecisionsAndWithdrawsOne() {
    // Given
    hub.answers("GET /api/drift/decisions?all=true&gateway=edge", 200, "[" + DECISION + "]");
    hub.answers("DELETE /api/drift/decisions/3", 204, "");
    // When
    int listed = hub.run("drift", "decisions", "--gateway", "edge", "--all");
    int withdrawn = hub.run("drift", "withdraw", "3");
    // Then
    assertThat(List.of(listed, withdrawn)).containsOnly(0);
    assertThat(hub.asked()).contains("DELETE /api/drift/decisions/3");
    assertThat(hub.out()).contains("GATEWAYVALUE", "cluster/api.a", "withdrawn");
  }

  @Test
  void aDecisionWithoutAReasonIsNotTaken() {
    assertThat(hub.run("drift", "adopt", "7")).isEqualTo(1);
    assertThat(hub.asked()).isEmpty();
    assertThat(hub.run("drift")).isEqualTo(1);
    assertThat(hub.err()).contains("--reason", "adopt, ignore, decisions or withdraw");
  }
}
