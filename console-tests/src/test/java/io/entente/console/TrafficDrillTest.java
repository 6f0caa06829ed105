package io.entente.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import java.util.regex.Pattern;
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
