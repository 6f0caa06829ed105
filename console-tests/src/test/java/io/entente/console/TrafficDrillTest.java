package io.entente.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** From the chart of all traffic to one request, with the mouse. */
@ConsoleTest
@Order(30)
class TrafficDrillTest {

  @Test
  void drillsFromTheChartDownToOneEventAndWhatCouldNotBeSeenOfIt(Console console) {
    // Given
    console.signInAt("/traffic?from=-5m");
    await().atMost(Duration.ofMinutes(3)).until(() -> requestsOfDrawnTime(console) > 0);
    console.open("/traffic?from=-5m");
    // When
    console.row("groups", "kong").getByRole(AriaRole.LINK).click();
    // Then
    assertThat(console.page()).hasURL(Pattern.compile("gateway=kong"));
    // When
    drawOver(console, 0.7, 0.9);
    // Then
    assertThat(console.page()).hasURL(Pattern.compile("from=20.*&to=20|to=20.*from=20"));
    assertThat(console.field("From")).hasValue(Pattern.compile("^20\\d\\d-.*Z$"));
    // When
    BoundingBox chart = chart(console).boundingBox();
    chart(console)
        .click(new Locator.ClickOptions().setPosition(chart.width * 0.5, chart.height * 0.4));
    // Then
    assertThat(console.page()).hasURL(Pattern.compile("tab=events"));
    assertThat(console.row("Events", "kong").first()).isVisible();
    // When
    console.row("Events", "kong").first().getByRole(AriaRole.LINK).click();
    // Then
    assertThat(console.dialog()).containsText("Not observable on kong");
    assertThat(console.dialog()).containsText("Told by");
    // When
    console.page().reload();
    // Then
    assertThat(console.dialog()).containsText("Not observable on kong");
  }

  @Test
  void leadsFromAnEventToAllOfItsTrace(Console console) {
    // Given
    JsonNode traced = traced(console);
    String trace = traced.get("trace").asText();
    console.open(
        "/traffic?from=-15m&tab=events&event="
            + traced.get("id").asText()
            + "&of="
            + traced.get("gateway").asText());
    // When
    console.dialog().getByText("All of this trace").click();
    // Then
    assertThat(console.page()).hasURL(Pattern.compile("trace=" + trace));
    assertThat(console.field("Trace")).hasValue(trace);
    assertThat(console.page().getByText("1 shown.")).isVisible();
    // When
    console.field("Trace").fill("0".repeat(32));
    console.field("Trace").press("Enter");
    // Then
    assertThat(console.page().getByText("No request in this time")).isVisible();
  }

  /** The newest event of the practice's callers that is part of a trace. */
  private static JsonNode traced(Console console) {
    console.signInAt("/traffic?from=-15m");
    for (JsonNode event :
        console.api().get("/api/traffic/events?from=-15m&limit=200").get("events")) {
      if (event.hasNonNull("trace")) {
        return event;
      }
    }
    throw new AssertionError("no event is part of a trace");
  }

  @Test
  void comparesWithTheTimeBeforeAndSavesWhatIsChosen(Console console) throws IOException {
    // Given
    console.signInAt("/traffic?from=-5m");
    // When
    console.page().getByLabel("Compare with the time before").click();
    // Then
    assertThat(console.page()).hasURL(Pattern.compile("compare=previous"));
    assertThat(console.page().getByText("in the time of the same length before")).isVisible();
    assertThat(console.table("groups")).containsText("Change");
    // When
    console.open("/traffic?from=-5m&tab=events&gateway=kong");
    Download file = console.page().waitForDownload(() -> console.button("Export CSV").click());
    // Then
    List<String> lines = Files.readAllLines(file.path());
    assertThat(console.page().getByText("%,d requests saved".formatted(lines.size() - 1)))
        .isVisible();
    Assertions.assertThat(file.suggestedFilename()).isEqualTo("traffic.csv");
    Assertions.assertThat(lines).hasSizeGreaterThan(1);
    Assertions.assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains("kong"));
  }

  /** Of kong: where this test runs alone, the practice's traffic has only just begun. */
  private static long requestsOfDrawnTime(Console console) {
    return console
        .api()
        .get("/api/traffic/summary?gateway=kong&from=-120s&to=-100s")
        .at("/total/requests")
        .asLong();
  }

  /** Draws over a part of the chart's width, from left to right. */
  private static void drawOver(Console console, double from, double to) {
    chart(console).scrollIntoViewIfNeeded();
    BoundingBox chart = chart(console).boundingBox();
    Mouse mouse = console.page().mouse();
    double height = chart.y + chart.height * 0.4;
    mouse.move(chart.x + chart.width * from, height);
    mouse.down();
    mouse.move(chart.x + chart.width * to, height, new Mouse.MoveOptions().setSteps(10));
    mouse.up();
  }

  private static Locator chart(Console console) {
    return console
        .page()
        .getByRole(
            AriaRole.IMG, new GetByRoleOptions().setName(Pattern.compile("over time, by api$")));
  }
}
