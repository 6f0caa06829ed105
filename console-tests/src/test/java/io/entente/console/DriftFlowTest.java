package io.entente.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
    edited(teams, "mended");
    // When
    seesTheEdit(console, "mended");
    console.button("Plan the heal").click();
    assertThat(console.title()).hasText("Plan for kong");
    console.confirmed("Approve");
    console.confirmed("Apply");
    assertThat(console.state("applied")).isVisible();
    // Then
    assertThat(teams.kongLimit("mended")).isEqualTo(APPLIED);
    console.open("/drift?gateway=kong");
    assertThat(console.row("drift", "config.minute")).hasCount(0);
  }

  /** An API with a limit in force on the Kong, and the limit changed there by hand. */
  private static void edited(Teams teams, String api) {
    teams.offer(api);
    teams.limit(api, api + "-limit", APPLIED, "kong");
    assertThat(teams.kongLimit(api)).isEqualTo(APPLIED);
    teams.editKongLimit(api, EDITED);
  }

  /** The object, the field, and its value before and after. */
  private static void seesTheEdit(Console console, String api) {
    console.signInAt("/drift?gateway=kong");
    console.button("Read kong now").click();
    var row = console.row("drift", "config.minute", api + "-limit");
    assertThat(row).containsText("plugins/");
    assertThat(row.getByLabel("before")).containsText(Integer.toString(APPLIED));
    assertThat(row.getByLabel("after")).containsText(Integer.toString(EDITED));
  }
}
