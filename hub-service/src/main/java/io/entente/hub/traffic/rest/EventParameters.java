package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.store.EventFilter;
import io.entente.hub.traffic.store.EventPlace;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How single events are chosen beside the parameters of every question; all wrong at once. */
public record EventParameters(
    @QueryParam("status") Optional<String> status,
    @QueryParam("minMillis") @DefaultValue("0") String minMillis,
    @QueryParam("trace") Optional<String> trace,
    @QueryParam("limit") @DefaultValue("100") String limit,
    @QueryParam("cursor") Optional<String> cursor) {

  private static final int MOST = 1000;

  /** The id alone, or in a header of W3C Trace Context, which is what one has at hand. */
  private static final Pattern TRACE =
      Pattern.compile("(?:[0-9a-f]{2}-)?([0-9a-f]{32})(?:-[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?)?");

  /** The parameters, checked. */
  record Checked(EventFilter filter, int limit, Optional<EventPlace> after) {}

  Checked checked() {
    List<Problem> problems = new ArrayList<>();
    int least = 0;
    int most = 999;
    if (status.isPresent()) {
      String text = status.get();
      if (text.matches("[1-9]xx")) {
        least = (text.charAt(0) - '0') * 100;
        most = least + 99;
      } else if (text.matches("0|[1-9]\\d{2}")) {
        least = Integer.parseInt(text);
        most = least;
      } else {
        problems.add(
            Problem.user(
                "TRAFFIC_STATUS_INVALID",
                "'status' is no status of an answer",
                "status",
                text,
                "Give a status such as 429, a class such as 5xx, or 0 where none was answered."));
      }
    }
    int slow = number("minMillis", minMillis, 0, 999_999_999, problems);
    int size = number("limit", limit, 1, MOST, problems);
    Optional<String> id = trace.flatMap(text -> traceId(text, problems));
    Optional<EventPlace> after = cursor.flatMap(EventPlace::of);
    if (cursor.isPresent() && after.isEmpty()) {
      problems.add(
          Problem.user(
              "TRAFFIC_CURSOR_INVALID",
              "'cursor' is none that this hub gave",
              "cursor",
              "Begin again without one."));
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
    return new Checked(new EventFilter(least, most, Duration.ofMillis(slow), id), size, after);
  }

  private static Optional<String> traceId(String text, List<Problem> problems) {
    var matcher = TRACE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      return Optional.of(matcher.group(1));
    }
    problems.add(
        Problem.user(
            "TRAFFIC_TRACE_INVALID",
            "'trace' is no W3C trace id",
            "trace",
            text,
            "Give its 32 hexadecimal digits, or a whole traceparent header."));
    return Optional.empty();
  }

  private static int number(String name, String text, int least, int most, List<Problem> problems) {
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    problems.add(
        Problem.user(
            "TRAFFIC_NUMBER_INVALID",
            "'" + name + "' is not a number from " + least + " to " + most,
            name,
            text,
            "Give a whole number from " + least + " to " + most + "."));
    return least;
  }
}
