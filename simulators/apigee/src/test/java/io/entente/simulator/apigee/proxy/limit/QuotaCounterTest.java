package io.entente.simulator.apigee.proxy.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class QuotaCounterTest {

  @Test
  void aDefaultQuotaBeginsWithTheRunningUnit() {
    // Given
    var counter = counter(QuotaRule.Type.DEFAULT, 1, ChronoUnit.MINUTES);

    // Then
    assertThat(take(counter, "2026-03-04T10:20:59Z")).isEqualTo(ok(1, "2026-03-04T10:21:00Z"));
    assertThat(take(counter, "2026-03-04T10:21:00Z")).isEqualTo(ok(1, "2026-03-04T10:22:00Z"));
    assertThat(take(counter, "2026-03-04T10:21:30Z")).isEqualTo(ok(2, "2026-03-04T10:22:00Z"));
    assertThat(take(counter, "2026-03-04T10:21:59Z")).isEqualTo(full(2, "2026-03-04T10:22:00Z"));
  }

  @Test
  void weeksBeginOnMondayAndMonthsOnTheFirst() {
    assertThat(take(counter(QuotaRule.Type.DEFAULT, 1, ChronoUnit.WEEKS), "2026-03-04T10:20:59Z"))
        .isEqualTo(ok(1, "2026-03-09T00:00:00Z"));
    assertThat(take(counter(QuotaRule.Type.DEFAULT, 1, ChronoUnit.MONTHS), "2026-01-31T10:20:59Z"))
        .isEqualTo(ok(1, "2026-02-01T00:00:00Z"));
  }

  @Test
  void aCalendarQuotaFollowsItsStartTime() {
    // Given
    Instant anchor = Instant.parse("2026-01-01T00:30:00Z");
    var counter =
        new QuotaCounter(
            new QuotaRule(QuotaRule.Type.CALENDAR, new Window(5, ChronoUnit.HOURS), anchor));

    // Then
    assertThat(take(counter, "2026-01-01T11:00:00Z")).isEqualTo(ok(1, "2026-01-01T15:30:00Z"));
    assertThat(take(counter, "2026-01-01T15:29:59Z")).isEqualTo(ok(2, "2026-01-01T15:30:00Z"));
    assertThat(take(counter, "2026-01-01T15:30:00Z")).isEqualTo(ok(1, "2026-01-01T20:30:00Z"));
  }

  @Test
  void aCalendarQuotaCountsBeforeItsStartTimeToo() {
    var counter =
        new QuotaCounter(
            new QuotaRule(
                QuotaRule.Type.CALENDAR,
                new Window(1, ChronoUnit.HOURS),
                Instant.parse("2030-01-01T00:30:00Z")));

    assertThat(take(counter, "2026-01-01T11:00:00Z")).isEqualTo(ok(1, "2026-01-01T11:30:00Z"));
  }

  @Test
  void aFlexiQuotaBeginsWithTheFirstRequest() {
    // Given
    var counter = counter(QuotaRule.Type.FLEXI, 10, ChronoUnit.MINUTES);

    // Then
    assertThat(take(counter, "2026-03-04T10:27:05Z")).isEqualTo(ok(1, "2026-03-04T10:37:05Z"));
    assertThat(take(counter, "2026-03-04T10:37:04Z")).isEqualTo(ok(2, "2026-03-04T10:37:05Z"));
    assertThat(take(counter, "2026-03-04T11:00:00Z")).isEqualTo(ok(1, "2026-03-04T11:10:00Z"));
  }

  @Test
  void aRollingQuotaLooksBackFromEachRequest() {
    // Given
    var counter = counter(QuotaRule.Type.ROLLINGWINDOW, 1, ChronoUnit.MINUTES);

    // Then
    assertThat(take(counter, "2026-03-04T10:20:10Z").exceeded()).isFalse();
    assertThat(take(counter, "2026-03-04T10:20:50Z").exceeded()).isFalse();
    assertThat(take(counter, "2026-03-04T10:21:05Z").exceeded()).isTrue();
    assertThat(take(counter, "2026-03-04T10:21:10Z").exceeded()).isFalse();
    assertThat(take(counter, "2026-03-04T10:21:49Z").exceeded()).isTrue();
    assertThat(take(counter, "2026-03-04T10:21:50Z").exceeded()).isFalse();
  }

  @Test
  void refusedRequestsAreNotCounted() {
    // Given
    var counter = counter(QuotaRule.Type.ROLLINGWINDOW, 1, ChronoUnit.MINUTES);
    take(counter, "2026-03-04T10:20:00Z");
    take(counter, "2026-03-04T10:20:00Z");

    // When
    for (int i = 0; i < 100; i++) {
      take(counter, "2026-03-04T10:20:59Z");
    }

    // Then
    assertThat(take(counter, "2026-03-04T10:21:00Z").exceeded()).isFalse();
  }

  @Test
  void aHeavyMessageThatDoesNotFitLeavesRoomForALightOne() {
    // Given
    var counter = counter(QuotaRule.Type.FLEXI, 1, ChronoUnit.DAYS);
    Instant now = Instant.parse("2026-03-04T10:20:00Z");

    // Then
    assertThat(counter.take(now, 10, 8, true, true).exceeded()).isFalse();
    assertThat(counter.take(now, 10, 3, true, true).exceeded()).isTrue();
    assertThat(counter.take(now, 10, 2, true, true).exceeded()).isFalse();
  }

  @Test
  void anIntervalOfSeveralUnitsIsKept() {
    // Given
    var counter = counter(QuotaRule.Type.DEFAULT, 2, ChronoUnit.HOURS);

    // Then
    assertThat(take(counter, "2026-03-04T10:35:00Z")).isEqualTo(ok(1, "2026-03-04T12:00:00Z"));
    assertThat(take(counter, "2026-03-04T11:59:59Z")).isEqualTo(ok(2, "2026-03-04T12:00:00Z"));
  }

  private static QuotaCounter counter(QuotaRule.Type type, int count, ChronoUnit unit) {
    return new QuotaCounter(new QuotaRule(type, new Window(count, unit), Instant.EPOCH));
  }

  private static QuotaVerdict take(QuotaCounter counter, String at) {
    return counter.take(Instant.parse(at), 2, 1, true, true);
  }

  private static QuotaVerdict ok(long used, String end) {
    return new QuotaVerdict(false, used, Instant.parse(end).toEpochMilli());
  }

  private static QuotaVerdict full(long used, String end) {
    return new QuotaVerdict(true, used, Instant.parse(end).toEpochMilli());
  }
}
