package io.entente.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import io.entente.console.harness.Teams;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Somebody changes by hand what Entente applied, and a person decides what is to become of it. */
@ConsoleTest
@Order(20)
class DriftFlowTest {

  private static final int APPLIED = 10;
  private static final int EDITED = 1000;

  @Test
  void showsAHandEditAndHealsIt(Console console) {
    // Given
    var teams = new Teams(console);
    Locator row = seesTheEdit(console, teams, "mended");
    // When
    Console.press(row, "Heal");
    assertThat(console.title()).hasText("Plan for kong");
    assertThat(console.page().getByText("Drift that this plan heals")).isVisible();
    console.confirmed("Approve");
    console.confirmed("Apply");
    assertThat(console.state("applied")).isVisible();
    // Then
    assertThat(teams.kongLimit("mended")).isEqualTo(APPLIED);
    readsAgain(console);
    assertThat(row).hasCount(0);
  }

  @Test
  void adoptsAHandEditSoThatItStays(Console console) {
    // Given
    var teams = new Teams(console);
    Locator row = seesTheEdit(console, teams, "adopted");
    // When
    Console.press(row, "Adopt");
    console.judged("asked to adopt");
    decides(console, "Adopt", "the partner pays for more");
    // Then
    assertThat(console.row("decisions", "the partner pays for more")).containsText("adopt");
    readsAgain(console);
    assertThat(row).hasCount(0);
    // And a plan leaves it alone.
    console.api().settle("kong");
    assertThat(teams.kongLimit("adopted")).isEqualTo(EDITED);
  }

  @Test
  void ignoresAHandEditForATime(Console console) {
    // Given
    var teams = new Teams(console);
    Locator row = seesTheEdit(console, teams, "ignored");
    // When
    Console.press(row, "Ignore");
    console.judged("asked to ignore");
    decides(console, "Ignore", "until the sale is over");
    // Then
    assertThat(row).containsText("ignored until");
    assertThat(console.row("decisions", "until the sale is over")).containsText("ignore");
    assertThat(teams.kongLimit("ignored")).isEqualTo(EDITED);
  }

  /** An API with a limit in force on the Kong and changed there by hand: what is seen of it. */
  private static Locator seesTheEdit(Console console, Teams teams, String api) {
    teams.offer(api);
    teams.limit(api, api + "-limit", APPLIED, "kong");
    assertThat(teams.kongLimit(api)).isEqualTo(APPLIED);
    teams.editKongLimit(api, EDITED);
    console.signInAt("/drift?gateway=kong");
    console.button("Read kong now").click();
    Locator row = console.row("drift", "config.minute", api + "-limit");
    assertThat(row).containsText("plugins/");
    assertThat(row.getByLabel("before")).containsText(Integer.toString(APPLIED));
    assertThat(row.getByLabel("after")).containsText(Integer.toString(EDITED));
    return row;
  }

  private static void readsAgain(Console console) {
    console.open("/drift?gateway=kong");
    console.button("Read kong now").click();
    assertThat(console.button("Read kong now")).isEnabled();
  }

  private static void decides(Console console, String decision, String reason) {
    console.field("Reason").fill(reason);
    Console.press(console.dialog(), decision);
    assertThat(console.dialog()).hasCount(0);
  }
}
