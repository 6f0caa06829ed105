package io.entente.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

  private static final int MANY = 200_000;

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 5, 10, 64, 100, 1000})
  void keepsOneInSoManyAlsoOfIdsThatAreCounted(int oneIn) {
    // Given
    var recording = new ErrorsAndSample(oneIn);

    // When
    long kept =
        IntStream.range(0, MANY)
            .filter(i -> recording.kept(event("m-" + i, 200)).isPresent())
            .count();

    // Then: within five standard deviations
    double p = 1.0 / oneIn;
    assertThat((double) kept).isCloseTo(MANY * p, within(5 * Math.sqrt(MANY * p * (1 - p))));
  }

  @Test
  void whatIsKeptStandsForSoMany() {
    // Given
    var recording = new ErrorsAndSample(10);

    // When
    var kept =
        IntStream.range(0, 100)
            .mapToObj(i -> recording.kept(event("m-" + i, 200).weighing(3)))
            .flatMap(Optional::stream)
            .toList();

    // Then
    assertThat(kept).isNotEmpty().allMatch(event -> event.weight() == 30);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 400, 404, 429, 499, 500, 503, 999})
  void keepsEveryRequestThatFailedAsItIs(int status) {
    // Given
    var recording = new ErrorsAndSample(1_000_000);

    // When // Then
    for (int i = 0; i < 100; i++) {
      var event = event("m-" + i, status);
      assertThat(recording.kept(event)).contains(event);
    }
  }

  @Test
  void decidesASecondDeliveryAsTheFirst() {
    var recording = new ErrorsAndSample(4);

    for (int i = 0; i < 1000; i++) {
      var event = event("m-" + i, 204);
      assertThat(recording.kept(event)).isEqualTo(recording.kept(event));
    }
  }

  @Test
  void keepsAllWhereAllIsAskedFor() {
    var event = event("m-1", 200);

    assertThat(Recording.ALL.kept(event)).contains(event);
  }

  @Test
  void keepsNoRequestOneByOneWhereOnlyCountsAreAskedFor() {
    for (int status : new int[] {0, 200, 404, 503}) {
      assertThat(Recording.AGGREGATE.kept(event("m-1", status))).isEmpty();
    }
  }

  @Test
  void aDeliveryIsSortedByWhatIsSaidOfEachRequest() {
    // Given
    var sorting = new Recorded.Sorting();
    var whole = event("a", 200);
    var counted = event("b", 503);
    var failed = event("c", 404);

    // When
    sorting.add(whole, Recording.ALL);
    sorting.add(counted, Recording.AGGREGATE);
    sorting.add(failed, new ErrorsAndSample(1_000_000));

    // Then
    assertThat(sorting.done())
        .isEqualTo(
            new Recorded(
                List.of(whole, counted, failed), List.of(whole, failed), List.of(counted)));
    assertThat(Recorded.of(List.of(whole, failed), Recording.AGGREGATE))
        .isEqualTo(new Recorded(List.of(whole, failed), List.of(), List.of(whole, failed)));
  }

  @Test
  void isToldByAWordAndByNoOther() {
    for (Recording recording :
        new Recording[] {
          Recording.ALL, Recording.AGGREGATE, new ErrorsAndSample(2), new ErrorsAndSample(1_000_000)
        }) {
      assertThat(Recording.of(recording.word())).contains(recording);
    }
    for (String other :
        new String[] {
          "",
          "none",
          "errors-and-1-in-1",
          "errors-and-1-in-3",
          "errors-and-1-in-010",
          "errors-and-1-in-2000000",
          "errors-and-1-in-99999999",
          "ALL"
        }) {
      assertThat(Recording.of(other)).as(other).isEmpty();
    }
  }

  @Test
  void theFullerOfTwoLeavesLessOut() {
    var ten = new ErrorsAndSample(10);
    var hundred = new ErrorsAndSample(100);

    assertThat(Recording.fuller(ten, hundred)).isEqualTo(ten);
    assertThat(Recording.fuller(hundred, ten)).isEqualTo(ten);
    assertThat(Recording.fuller(hundred, Recording.ALL)).isEqualTo(Recording.ALL);
    assertThat(Recording.fuller(Recording.AGGREGATE, hundred)).isEqualTo(hundred);
    assertThat(Recording.fuller(Recording.AGGREGATE, Recording.ALL)).isEqualTo(Recording.ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {-10, 0, 1, 3, 7, 1_000_001, 2_000_000})
  void refusesANumberThatGatewaysCannotSay(int oneIn) {
    assertThatThrownBy(() -> new ErrorsAndSample(oneIn)).hasMessageContaining("oneIn " + oneIn);
  }

  @Test
  void refusesAnEventThatStandsForNone() {
    assertThatThrownBy(() -> event("m", 200).weighing(0)).hasMessageContaining("weight 0");
  }

  private static TrafficEvent event(String id, int status) {
    return new TrafficEvent(
        id,
        new Tenant("main"),
        new GatewayId("edge"),
        "node",
        Instant.EPOCH,
        Instant.EPOCH,
        "GET",
        "/",
        Optional.empty(),
        status,
        Duration.ZERO,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>());
  }
}
