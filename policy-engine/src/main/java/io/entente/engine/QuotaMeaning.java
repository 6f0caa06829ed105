package io.entente.engine;

import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** So many accepted requests in each period of the calendar, in UTC. */
final class QuotaMeaning {

  private QuotaMeaning() {}

  static Verdict judge(Quota quota, CounterKey key, State state, Instant now) {
    Instant end = end(quota.period(), now);
    return state.counted(key, end) >= quota.requests()
        ? new Verdict.OverLimit(Duration.between(now, end))
        : new Verdict.Accept(new Charge.Periodic(key, end));
  }

  /** When the period that {@code now} is in ends, and the next begins. */
  static Instant end(Period period, Instant now) {
    ZonedDateTime at = now.atZone(ZoneOffset.UTC);
    ZonedDateTime midnight = at.truncatedTo(ChronoUnit.DAYS);
    ZonedDateTime end =
        switch (period) {
          case HOUR -> at.truncatedTo(ChronoUnit.HOURS).plusHours(1);
          case DAY -> midnight.plusDays(1);
          case WEEK -> midnight.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
          case MONTH -> midnight.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    return end.toInstant();
  }
}
