package io.entente.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.AriaRole;
import io.entente.console.harness.Answers;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import io.entente.console.harness.Teams;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Figures on the pages are those of the hub. A page that asks again and again is compared with what
 * the hub answered it last; what lies in the past is asked of the hub a second time, past the page.
 */
@ConsoleTest
@Order(60)
class FiguresTest {

  private final List<String> agreed = new ArrayList<>();

  @Test
  void figuresShownEqualTheAnswersOfTheHub(Console console) {
    // Given
    new Teams(console).drifted("counted");
    console.signInAt("/");
    Answers answers = Answers.of(console);
    // When
    overview(console, answers);
    traffic(console);
    gateways(console);
    drift(console);
    plans(console);
    estate(console);
    activity(console);
    // Then
    agreed.forEach(line -> System.out.println("console: " + line));
    assertThat(agreed).hasSizeGreaterThanOrEqualTo(10);
  }

  private void overview(Console console, Answers answers) {
    console.open("/");
    Supplier<JsonNode> total =
        () -> answers.newest("/api/traffic/summary?from=-15m&groupBy=gateway").get("total");
    agree(
        "Overview, requests",
        () -> after(console, "Requests, 15 min"),
        () -> Figures.count(total.get().get("requests").asLong()));
    agree(
        "Overview, answered 4xx",
        () -> after(console, "Answered 4xx"),
        () -> Figures.count(total.get().get("clientErrors").asLong()));
    agree(
        "Overview, answered 5xx",
        () -> after(console, "Answered 5xx"),
        () ->
            "%s (%s)"
                .formatted(
                    Figures.count(total.get().get("errors").asLong()),
                    Figures.percent(total.get().get("errorRate").asDouble())));
    agree(
        "Overview, p95",
        () -> after(console, "p95"),
        () -> Figures.millis(total.get().get("p95Millis").asDouble()));
    agree(
        "Overview, places of drift",
        () -> cell(console, "Gateways", "kong", "Open drift"),
        () -> {
          long open =
              count(
                  answers.newest("/api/drift"), row -> row.get("gateway").asText().equals("kong"));
          return open == 0 ? "none" : Long.toString(open);
        });
  }

  private void traffic(Console console) {
    // A minute that ended long enough ago that nothing more is counted into it.
    Instant to = Instant.now().minusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
    String range = "from=" + to.minusSeconds(60) + "&to=" + to;
    console.open("/traffic?groupBy=gateway&" + range);
    JsonNode summary = console.api().get("/api/traffic/summary?groupBy=gateway&" + range);
    JsonNode total = summary.get("total");
    agree(
        "Traffic, the sentence of totals",
        () ->
            console
                .text()
                .lines()
                .filter(line -> line.contains(" requests in all"))
                .findFirst()
                .orElse(""),
        () ->
            "%s requests in all, %s answered 4xx, %s answered 5xx."
                .formatted(
                    Figures.count(total.get("requests").asLong()),
                    Figures.count(total.get("clientErrors").asLong()),
                    Figures.count(total.get("errors").asLong())));
    for (JsonNode group : summary.get("groups")) {
      String gateway = group.get("key").asText();
      JsonNode counts = group.get("counts");
      agree(
          "Traffic, requests of " + gateway,
          () -> cell(console, "groups", gateway, "Requests"),
          () -> Figures.count(counts.get("requests").asLong()));
      agree(
          "Traffic, p99 of " + gateway,
          () -> cell(console, "groups", gateway, "p99"),
          () -> Figures.millis(counts.get("p99Millis").asDouble()));
    }
  }

  private void gateways(Console console) {
    console.open("/gateways");
    for (JsonNode gateway : console.api().get("/api/gateways")) {
      agree(
          "Gateways, document of " + gateway.get("name").asText(),
          () -> cell(console, "gateways", gateway.get("name").asText(), "Document"),
          () -> "v" + gateway.get("version").asInt());
    }
  }

  private void drift(Console console) {
    console.open("/drift?gateway=kong");
    JsonNode drift = console.api().get("/api/drift?gateway=kong");
    agree(
        "Drift, places on the kong",
        () -> Integer.toString(console.row("drift", "kong").count()),
        () -> Integer.toString(drift.size()));
    agree(
        "Drift, the value that somebody set",
        () ->
            console
                .row("drift", "counted-limit")
                .getByLabel("after")
                .innerText()
                .replaceAll("\\D", ""),
        () -> find(drift, row -> row.toString().contains("counted-limit")).get("is").asText());
  }

  private void plans(Console console) {
    JsonNode plan = console.api().get("/api/plans").get(0);
    String id = plan.get("id").asText();
    console.open("/plans");
    agree(
        "Plans, steps of the newest",
        () -> cell(console, "plans", id.substring(0, 8), "Steps"),
        () -> plan.get("empty").asBoolean() ? "nothing to change" : plan.get("steps").asText());
    console.open("/plans/" + id);
    agree(
        "Plan, its changes",
        () -> console.tab("Changes").innerText(),
        () ->
            "Changes (%s)"
                .formatted(
                    Figures.count(
                        console.api().get("/api/plans/" + id).path("differences").size())));
  }

  private void estate(Console console) {
    console.open("/estate");
    agree(
        "Estate, APIs of all gateways",
        () ->
            console
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("[0-9,]+ APIs?"))
                .findFirst()
                .orElse(""),
        () -> {
          long total = console.api().get("/api/estate").get("total").asLong();
          return Figures.count(total) + (total == 1 ? " API" : " APIs");
        });
    for (JsonNode api : console.api().get("/api/apis")) {
      String name = api.get("name").asText();
      agree(
          "Estate, routes of " + name,
          () -> cell(console, "APIs", name, "Routes"),
          () -> paths(row(console.api().get("/api/estate"), name)));
    }
  }

  private static JsonNode row(JsonNode estate, String name) {
    for (JsonNode row : estate.get("rows")) {
      if (row.get("managed").asBoolean() && row.get("name").asText().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no row of " + name);
  }

  private static String paths(JsonNode row) {
    var paths = new ArrayList<String>();
    row.get("paths").forEach(path -> paths.add(path.asText()));
    int more = row.get("routes").asInt() - paths.size();
    return String.join(", ", paths) + (more > 0 ? " and " + more + " more" : "");
  }

  private void activity(Console console) {
    console.open("/activity");
    JsonNode newest = console.api().get("/api/audit?limit=1").get(0);
    agree(
        "Activity, number of the newest entry",
        () -> cell(console, "Activity", newest.get("action").asText(), "Number"),
        () -> newest.get("seq").asText());
    console.button("Check the chain").click();
    agree(
        "Activity, records of the chain",
        () ->
            console
                .text()
                .lines()
                .filter(line -> line.contains("Whole: "))
                .findFirst()
                .orElse("")
                .replaceFirst("^.*Whole", "Whole"),
        () ->
            "Whole: %s records agree"
                .formatted(
                    Figures.count(console.api().get("/api/audit/verify").get("records").asLong())));
  }

  private void agree(String what, Supplier<String> shown, Supplier<String> answered) {
    Awaitility.await(what)
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              String expected = answered.get();
              assertThat(shown.get()).isEqualTo(expected);
              agreed.add(what + ": " + expected);
            });
  }

  /** What stands under a title. */
  private static String after(Console console, String title) {
    List<String> lines = console.text().lines().filter(line -> !line.isBlank()).toList();
    return lines.get(lines.indexOf(title) + 1);
  }

  /** What the first row with this word says in one column. */
  private static String cell(Console console, String table, String word, String column) {
    List<String> heads =
        console.table(table).getByRole(AriaRole.COLUMNHEADER).allInnerTexts().stream()
            .map(String::strip)
            .toList();
    return console
        .row(table, word)
        .first()
        .getByRole(AriaRole.GRIDCELL)
        .nth(heads.indexOf(column))
        .innerText()
        .strip();
  }

  private static JsonNode find(JsonNode rows, Predicate<JsonNode> wanted) {
    for (JsonNode row : rows) {
      if (wanted.test(row)) {
        return row;
      }
    }
    throw new AssertionError("none of " + rows);
  }

  private static long count(JsonNode rows, Predicate<JsonNode> wanted) {
    long count = 0;
    for (JsonNode row : rows) {
      count += wanted.test(row) ? 1 : 0;
    }
    return count;
  }
}
