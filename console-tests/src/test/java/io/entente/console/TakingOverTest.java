package io.entente.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import io.entente.console.harness.Teams;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a team made by hand becomes a policy, stays as it is, and is given back. */
@ConsoleTest
@Order(25)
class TakingOverTest {

  private static final int LIMIT = 77;

  @Test
  void takesOverALimitOfATeamAndGivesItBack(Console console) {
    // Given
    var teams = new Teams(console);
    String plugin = teams.limitedByItsTeam("inherited", LIMIT);
    console.signInAt("/gateways/kong");
    // When
    console.tab("Taking over").click();
    console.settled();
    Locator place = console.row("places", plugin, "rateLimit");
    Console.press(place, "Take over");
    console.judged("asked to take over");
    Console.press(console.dialog(), "Take over");
    // Then
    Locator taken = console.row("takeovers", plugin);
    assertThat(taken).hasCount(1);
    console.judged("taken over");
    assertThat(teams.kongLimit("inherited")).isEqualTo(LIMIT);
    // When
    Console.press(taken, "Give back");
    Console.press(console.dialog(), "Give back");
    // Then
    assertThat(taken).hasCount(0);
    assertThat(teams.kongLimit("inherited")).isEqualTo(LIMIT);
  }
}
