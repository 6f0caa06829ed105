package io.entente.console.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.entente.acceptance.kit.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What axe finds wrong for people who read with a screen reader, without a mouse, or with weak
 * eyes. The driver puts axe into the page, past the page's own loader: the content security policy
 * stays in force.
 */
public final class Axe {

  private static final String SOURCE = read();
  private static final String RUN =
      """
      async () => {
        const { violations, passes } = await window.axe.run();
        return JSON.stringify({
          passes: passes.length,
          violations: violations.map((one) => ({
            rule: one.id,
            impact: one.impact,
            nodes: one.nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`),
          })),
        });
      }
      """;

  private Axe() {}

  /** The rules that hold, what is serious or critical, and how much is less. */
  public record Verdict(int passed, List<String> serious, int lesser) {}

  /** Judges the page as it stands. */
  public static Verdict judge(Page page) {
    page.evaluate(SOURCE);
    try {
      JsonNode found = new ObjectMapper().readTree((String) page.evaluate(RUN));
      var serious = new ArrayList<String>();
      int lesser = 0;
      for (JsonNode one : found.get("violations")) {
        if (List.of("serious", "critical").contains(one.get("impact").asText())) {
          serious.add(
              one.get("impact").asText() + " " + one.get("rule").asText() + " " + one.get("nodes"));
        } else {
          lesser++;
        }
      }
      return new Verdict(found.get("passes").asInt(), List.copyOf(serious), lesser);
    } catch (IOException e) {
      throw new UncheckedIOException("axe answered no JSON", e);
    }
  }

  /**
   * Judges what is seen in both themes and prints what came of it.
   *
   * @return what is serious or critical
   */
  public static List<String> serious(Console console, String what) {
    var serious = new ArrayList<String>();
    for (ColorScheme theme : Console.THEMES) {
      console.theme(theme);
      Verdict verdict = judge(console.page());
      String whole = what + " " + theme.name().toLowerCase(Locale.ROOT);
      System.out.printf(
          "axe: %-24s %d rules hold, %d serious or critical, %d lesser%n",
          whole, verdict.passed(), verdict.serious().size(), verdict.lesser());
      verdict.serious().forEach(finding -> serious.add(whole + ": " + finding));
    }
    return serious;
  }

  private static String read() {
    try {
      return Files.readString(
          Root.path("hub-service/src/main/webui/node_modules/axe-core/axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException("axe-core is missing: ./mvnw package fetches it", e);
    }
  }
}
