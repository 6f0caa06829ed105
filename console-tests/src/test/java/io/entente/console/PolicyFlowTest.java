package io.entente.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import io.entente.console.harness.Teams;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** From three gateways to a policy in force on all of them, in the console alone. */
@ConsoleTest
@Order(10)
class PolicyFlowTest {

  private static final String API = "shown";
  private static final String POLICY = "shown-limit";
  private static final int LIMIT = 10;
  private static final Map<String, String> VENDORS =
      Map.of("edge", "envoy", "kong", "kong", "apigee", "apigee");

  private static final String PASTE =
      """
      (editor, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        editor.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
      }
      """;

  @Test
  void writesAPolicyAndBringsItIntoForceOnThreeGateways(Console console) {
    // Given
    new Teams(console).offer(API);
    console.signInAt("/");
    seesThreeGateways(console);
    // When
    writes(console);
    // Then
    assertThat(console.title()).hasText(POLICY);
    // When
    for (String gateway : List.of("kong", "apigee", "edge")) {
      plansAndApplies(console, gateway);
    }
    // Then
    seesItInForce(console);
    for (URI gateway :
        List.of(console.run().envoy(), console.run().kong(), console.run().apigee())) {
      Map<Integer, Integer> statuses =
          console.api().statuses(gateway.resolve("/" + API + "/one"), 3 * LIMIT);
      System.out.println("console: " + gateway + " answered " + statuses);
      // At most twice the limit in any minute: what each of the translations promises.
      assertThat(statuses.keySet()).containsExactly(200, 429);
      assertThat(statuses.get(200)).isBetween(LIMIT, 2 * LIMIT);
    }
  }

  private static void seesThreeGateways(Console console) {
    console.link("Gateways").click();
    assertThat(console.title()).hasText("Gateways");
    VENDORS.forEach(
        (gateway, vendor) -> {
          Locator row =
              console
                  .table("gateways")
                  .getByRole(AriaRole.ROW)
                  .filter(new Locator.FilterOptions().setHas(console.link(gateway)));
          assertThat(row).containsText(vendor);
          assertThat(row).containsText("complete");
        });
  }

  /** Types what only a person can know, and picks the rest from what the editor offers. */
  private static void writes(Console console) {
    // Half a document is none; the editor asks the hub while it is typed.
    console.watch().expectStatus(400, "/api/policies/preview");
    console.link("Policies").click();
    console.link("Write a policy").click();
    Locator editor = console.field("Policy document");
    editor.press("Control+a");
    // Pasted, as a person would: the editor takes that in itself, without styles of the browser.
    editor.evaluate(
        PASTE,
        """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: @POLICY@}
        spec:
          targetRefs: [{kind: Api, name: @API@}]
          require: approximate
          \
        """
            .replace("@POLICY@", POLICY)
            .replace("@API@", API));
    editor.press("Control+End");
    picks(console, editor, "rateLimit");
    picks(console, editor, "requests");
    editor.pressSequentially(LIMIT + "\n");
    picks(console, editor, "window");
    editor.pressSequentially("1m\n");
    picks(console, editor, "key");
    editor.pressSequentially("clientIp");
    seesFidelity(console);
    console.judged("policy being written");
    console.button("Store").click();
  }

  private static void picks(Console console, Locator editor, String word) {
    Locator option =
        console
            .page()
            .getByRole(AriaRole.LISTBOX, new GetByRoleOptions().setName("Completions"))
            .getByText(word, new Locator.GetByTextOptions().setExact(true));
    // Nothing is offered before the hub's schema is there, and a list may close under the pointer
    // while it is made anew: a person would ask again.
    Awaitility.await("the editor takes " + word)
        .pollInSameThread()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(
            () -> {
              if (!option.first().isVisible()) {
                editor.press("Control+Space");
              }
              option.first().click(new Locator.ClickOptions().setTimeout(3_000));
              assertThat(editor)
                  .containsText(
                      word + ":", new LocatorAssertions.ContainsTextOptions().setTimeout(2_000));
              return true;
            });
  }

  private static void seesFidelity(Console console) {
    Locator live = console.region("Fidelity per gateway");
    assertThat(live).containsText("As the text stands. Nothing is stored.");
    for (String gateway : VENDORS.keySet()) {
      Locator fields =
          live.getByRole(
              AriaRole.LIST, new Locator.GetByRoleOptions().setName("Fields on " + gateway));
      assertThat(fields).containsText("requests");
      assertThat(fields).containsText("approximate");
    }
  }

  private static void plansAndApplies(Console console, String gateway) {
    console.open("/plans?gateway=" + gateway);
    console.button("Make a plan").click();
    assertThat(console.title()).hasText("Plan for " + gateway);
    assertThat(console.state("proposed")).isVisible();
    console.tab("Fidelity").click();
    assertThat(console.row("fidelity", POLICY, "requests").first()).containsText("approximate");
    if (gateway.equals("kong")) {
      asksOnceMore(console);
    }
    console.confirmed("Approve");
    assertThat(console.state("approved")).isVisible();
    console.confirmed("Apply");
    assertThat(console.tab("Steps")).isVisible();
    assertThat(console.state("applied")).isVisible();
    console.tab("Steps").click();
    assertThat(console.row("Steps", "planned")).hasCount(0);
    assertThat(console.row("Steps", "done").first()).isVisible();
    assertThat(console.page().getByRole(AriaRole.PROGRESSBAR)).hasAttribute("aria-valuenow", "100");
  }

  private static void asksOnceMore(Console console) {
    console.button("Approve").click();
    assertThat(console.dialog()).containsText("You approve exactly what is shown here");
    console.judged("asked to approve");
    console
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
        .click();
    assertThat(console.state("proposed")).isVisible();
  }

  private static void seesItInForce(Console console) {
    console.open("/policies/" + POLICY);
    for (String gateway : VENDORS.keySet()) {
      for (String condition : List.of("Applied", "ReadBack")) {
        assertThat(console.row("conditions", gateway, API + "/all", condition).first()).isVisible();
      }
    }
    assertThat(
            console
                .table("conditions")
                .getByText(Pattern.compile("^not (Accepted|Translated|Applied|ReadBack)$")))
        .hasCount(0);
  }
}
