package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What Kong's windows of the wall clock make of the time a limit is said for. */
final class WindowBounds {

  private final Limit limit;
  private final Stated stated;

  WindowBounds(Limit limit) {
    this.limit = limit;
    this.stated = new Stated(limit.policy().id());
  }

  List<Deviation> window(RateLimitUnit unit) {
    if (limit.policy().spec().kind() instanceof Quota) {
      return unit == RateLimitUnit.MONTH ? List.of(longMonth()) : List.of();
    }
    long n = limit.requests();
    var found = new ArrayList<Deviation>();
    found.add(
        stated.looser(
            "window-edge",
            "up to 2 x %d = %d requests within %s across the edge of two wall-clock windows"
                .formatted(n, 2 * n, limit.span()),
            "A shorter window with fewer requests makes the burst smaller."));
    if (unit.byCalendar()) {
      found.add(
          stated.different(
              "calendar-window",
              unit == RateLimitUnit.MONTH
                  ? "a calendar month (UTC) of 28 to 31 days, not 30 days"
                  : "a calendar year (UTC) of 365 or 366 days, not 365 days",
              "None: Kong counts by the calendar."));
    }
    return found;
  }

  /** Kong spreads nothing: what a window has may come in its first moment. */
  List<Deviation> burst(SpikeArrest arrest) {
    var found = new ArrayList<Deviation>();
    if (arrest.rate() > arrest.burst()) {
      found.add(
          stated.looser(
              "not-spread",
              "up to %d requests at once, where %d are meant and then 1 every %s / %d"
                  .formatted(arrest.rate(), arrest.burst(), limit.span(), arrest.rate()),
              arrest.per() == SpikeArrest.Per.MINUTE
                  ? "Say the rate per second: 1 s has fewer that can come at once."
                  : "None in Kong's open source edition."));
    }
    if (arrest.burst() > 1) {
      found.add(
          stated.stricter(
              "burst-within-rate",
              "%d requests in a window, where after silence %d + %d - 1 = %d may come: up to %d are refused"
                  .formatted(
                      arrest.rate(),
                      arrest.rate(),
                      arrest.burst(),
                      arrest.rate() + arrest.burst() - 1,
                      arrest.burst() - 1),
              "Raise the rate, which holds at all times, not after silence only."));
    }
    return found;
  }

  Deviation noSuchWindow() {
    return limit.policy().spec().kind() instanceof RateLimit rule
        ? noSuchWindow(rule)
        : stated.different(
            "no-such-window",
            "%s is none of the calendar's second, minute, hour, day, month, year, the windows Kong has"
                .formatted(limit.span()),
            "Write period: day with requests: %d; %d / 7 rounded down, at least 1."
                .formatted(Math.max(1, limit.requests() / 7), limit.requests()));
  }

  private Deviation noSuchWindow(RateLimit rule) {
    RateLimitUnit unit = RateLimitUnit.within(rule.window());
    long seconds = rule.window().toSeconds();
    long requests = Math.max(1, rule.requests() * unit.seconds() / Math.max(1, seconds));
    return stated.different(
        "no-such-window",
        "%s is none of 1 s, 60 s, 3600 s, 86400 s, 30 d, 365 d, the windows Kong has"
            .formatted(limit.span()),
        "Write requests: %d with window: %ds; %d x %d / %d rounded down, a little different in bursts."
            .formatted(requests, unit.seconds(), rule.requests(), unit.seconds(), seconds));
  }

  private Deviation longMonth() {
    return stated.looser(
        "month-of-31-days",
        "up to 2 x %d = %d requests in a month of 31 days: a count is forgotten 30 days after its first request"
            .formatted(limit.requests(), 2 * limit.requests()),
        "Set period: day where the last day of a month matters.");
  }
}
