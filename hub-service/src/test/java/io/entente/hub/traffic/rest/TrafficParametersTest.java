package io.entente.hub.traffic.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.traffic.store.GroupBy;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrafficParametersTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Tenant TENANT = new Tenant("main");

  @Test
  void takesInstantsAndTimesBeforeNow() {
    // Given
    var parameters = parameters("-15m", "2026-11-21T12:00:00Z", "api", Optional.empty());

    // When
    var query = parameters.query(TENANT, NOW);

    // Then
    assertThat(query.from()).isEqualTo(NOW.minusSeconds(900));
    assertThat(query.to()).isEqualTo(NOW);
    assertThat(query.groupBy()).isEqualTo(GroupBy.API);
    assertThat(query.step()).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void reportsEverythingThatIsWrongAtOnceWithPathAndValue() {
    // Given
    var parameters = parameters("yesterday", "-1y", "colour", Optional.of("0s"));

    // When // Then
    assertThatThrownBy(() -> parameters.query(TENANT, NOW))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::path, Problem::value)
                    .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                            Optional.of("from"), Optional.of("yesterday")),
                        org.assertj.core.groups.Tuple.tuple(Optional.of("to"), Optional.of("-1y")),
                        org.assertj.core.groups.Tuple.tuple(
                            Optional.of("groupBy"), Optional.of("colour")),
                        org.assertj.core.groups.Tuple.tuple(
                            Optional.of("step"), Optional.of("0s"))));
  }

  @Test
  void refusesAnEmptyRangeAndAStepOfTooManyPoints() {
    // Given
    var empty = parameters("-1h", "-2h", "gateway", Optional.empty());
    var fine = parameters("-1d", "-0s", "gateway", Optional.of("1s"));

    // When // Then
    assertThat(code(empty)).isEqualTo("TRAFFIC_TIME_RANGE_EMPTY");
    assertThat(code(fine)).isEqualTo("TRAFFIC_STEP_TOO_SMALL");
  }

  private static String code(TrafficParameters parameters) {
    try {
      parameters.query(TENANT, NOW);
      return "accepted";
    } catch (ProblemException e) {
      return e.problems().get(0).code();
    }
  }

  private static TrafficParameters parameters(
      String from, String to, String groupBy, Optional<String> step) {
    return new TrafficParameters(
        from,
        to,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        groupBy,
        step);
  }
}
