package io.entente.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.entente.console.harness.Axe;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import io.entente.console.harness.Pictures;
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
    // Then
    assertThat(serious).isEmpty();
    assertThat(large).as("pictures too large to ship").isEmpty();
  }

  private void look(Console console, String name) {
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      console.theme(theme);
      String whole = name + "-" + theme.name().toLowerCase(Locale.ROOT);
      long bytes = Pictures.take(console.page(), whole);
      Axe.Verdict verdict = Axe.judge(console.page());
      System.out.printf(
          "axe: %-20s %d rules hold, %d serious or critical, %d lesser; picture %d KB%n",
          whole, verdict.passed(), verdict.serious().size(), verdict.lesser(), bytes / 1024);
      verdict.serious().forEach(finding -> serious.add(whole + ": " + finding));
      if (bytes > MOST_BYTES) {
        large.add(whole + " has " + bytes / 1024 + " KB");
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
    pages.put("plans", "/plans");
    pages.put("plan", "/plans/" + firstPlan(console));
    pages.put("drift", "/drift");
    pages.put("traffic", "/traffic?from=-15m");
    pages.put("activity", "/activity");
    return pages;
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
