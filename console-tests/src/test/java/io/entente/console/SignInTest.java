package io.entente.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@ConsoleTest
@Order(1)
class SignInTest {

  @Test
  void refusesAWrongTokenOpensThePageAskedForWithTheRightOneAndForgetsIt(Console console) {
    // Given
    console.watch().expectStatus(401, "/api/");
    console.page().navigate("/plans?gateway=kong");
    // When
    console.giveToken("ent_wrong");
    // Then
    assertThat(console.alert()).containsText("UNAUTHORIZED");
    assertThat(console.alert()).containsText("Next step");
    assertThat(console.page().getByRole(AriaRole.NAVIGATION)).hasCount(0);
    // When
    console.giveToken(console.token());
    // Then
    assertThat(console.title()).hasText("Plans");
    assertThat(console.page()).hasURL(Pattern.compile("/plans\\?gateway=kong$"));
    assertThat(console.page().getByLabel("Gateway", exact())).hasValue("kong");
    // When
    console.button("Sign out").click();
    // Then
    assertThat(console.page().getByLabel("Access token")).isVisible();
    console.page().reload();
    assertThat(console.page().getByLabel("Access token")).isVisible();
  }

  private static GetByLabelOptions exact() {
    return new GetByLabelOptions().setExact(true);
  }
}
