package io.entente.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.console.harness.Axe;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** That no finding means something: a page that is broken on purpose is found out. */
@ConsoleTest
@Order(2)
class AxeTest {

  @Test
  void findsAPageThatIsBrokenOnPurpose(Console console) {
    // Given
    console.signInAt("/plans");
    assertThat(Axe.judge(console.page()).serious()).isEmpty();
    // When
    console
        .page()
        .evaluate(
            "() => { const broken = document.createElement('div'); broken.innerHTML ="
                + " '<button></button><input><img src=\"/entente.svg\">';"
                + " document.querySelector('main').append(broken); }");
    // Then
    assertThat(Axe.judge(console.page()).serious())
        .anyMatch(finding -> finding.contains(" button-name "))
        .anyMatch(finding -> finding.contains(" label "))
        .anyMatch(finding -> finding.contains(" image-alt "));
  }
}
