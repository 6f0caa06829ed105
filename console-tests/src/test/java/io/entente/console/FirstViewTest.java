package io.entente.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import io.entente.console.harness.Console;
import io.entente.console.harness.ConsoleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a browser that never was here before carries until the overview is seen. */
@ConsoleTest
@Order(3)
class FirstViewTest {

  private static final int MOST_BYTES = 350 * 1024;

  @Test
  void carriesNoMoreThanItsBudgetUntilTheOverviewIsSeen(Console console) {
    // Given
    List<Request> finished = new ArrayList<>();
    console.page().onRequestFinished(finished::add);
    // When
    console.signInAt("/");
    // Then
    Map<String, Integer> bytes = new TreeMap<>();
    for (Request request : List.copyOf(finished)) {
      String kind = request.url().contains("/api/") ? "answers" : request.resourceType();
      bytes.merge(kind, request.sizes().responseBodySize, Integer::sum);
    }
    System.out.println("console: bytes carried for the first view, as sent: " + bytes);
    assertThat(bytes).containsKeys("document", "script", "stylesheet");
    // The fonts are the browser's to fetch when it has drawn: the budget is of what it waits for.
    bytes.keySet().removeAll(List.of("font", "answers"));
    assertThat(bytes.values().stream().mapToInt(Integer::intValue).sum())
        .isLessThanOrEqualTo(MOST_BYTES);
  }
}
