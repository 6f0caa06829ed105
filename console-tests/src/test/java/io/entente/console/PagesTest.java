package io.entente.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.ColorScheme;
import io.entente.console.harness.Axe;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import io.entente.console.harness.Pictures;
import io.entente.console.harness.Teams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every page in both themes: pictured, and judged by axe. */
@ConsoleTest
@Order(80)
class PagesTest {

  private static final long MOST_BYTES = 150 * 1024;

  private final List<String> serious = new ArrayList<>();
  private final List<String> large = new ArrayList<>();

  @Test
  void noPageHasASeriousBarrierInEitherTheme(Console console) {
    // Given
    if (console.api().get("/api/drift").isEmpty()) {
      new Teams(console).drifted("pictured");
    }
    console.page().navigate("/");
    console.page().getByLabel("Access token").waitFor();
    look(console, "signin");
    // When
    console.signInAt("/");
    pages(console)
        .forEach(
            (name, address) -> {
              console.open(address);
              look(console, name);
            });
    console.open("/tokens");
    console.button("Make a token").click();
    console.dialog().waitFor();
    serious.addAll(Axe.serious(console, "make a token"));
    // Then
    assertThat(serious).isEmpty();
    assertThat(large).as("pictures too large to ship").isEmpty();
  }

  private void look(Console console, String name) {
    serious.addAll(Axe.serious(console, name));
    for (ColorScheme theme : Console.THEMES) {
      console.theme(theme);
      String picture = name + "-" + theme.name().toLowerCase(Locale.ROOT);
      long bytes = Pictures.take(console.page(), picture);
      if (bytes > MOST_BYTES) {
        large.add(picture + " has " + bytes / 1024 + " KB");
      }
    }
  }

  private static Map<String, String> pages(Console console) {
    var pages = new LinkedHashMap<String, String>();
    pages.put("overview", "/");
    pages.put("gateways", "/gateways");
    pages.put("gateway", "/gateways/kong");
    pages.put("add-gateway", "/add-gateway");
    pages.put("estate", "/estate");
    pages.put("api", "/estate/orders?gateway=kong&route=all");
    pages.put("policies", "/policies");
    pages.put("policy", "/policies/practice-traffic");
    pages.put("edit-policy", "/policies/practice-traffic/edit");
    pages.put("fidelity", "/fidelity?kind=rateLimit&edition=kong-oss-3.9");
    pages.put("plans", "/plans");
    pages.put("plan", "/plans/" + firstPlan(console));
    pages.put("drift", "/drift");
    pages.put("traffic", "/traffic?from=-15m");
    pages.put("event", newestEvent(console));
    pages.put("activity", "/activity");
    pages.put("tokens", "/tokens");
    return pages;
  }

  private static String newestEvent(Console console) {
    JsonNode event = console.api().get("/api/traffic/events?from=-15m&limit=1").at("/events/0");
    return "/traffic?from=-15m&tab=events&event="
        + event.get("id").asText()
        + "&of="
        + event.get("gateway").asText();
  }

  /** The newest plan with something in it. */
  private static String firstPlan(Console console) {
    for (var plan : console.api().get("/api/plans")) {
      if (!plan.get("empty").asBoolean()) {
        return plan.get("id").asText();
      }
    }
    throw new AssertionError("./run makes plans, and there is none");
  }
}
