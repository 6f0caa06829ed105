package io.entente.console.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** What the hub last answered to a page's own calls: what the page must show at that instant. */
public final class Answers {

  private final Map<String, Response> newest = new HashMap<>();
  private final String home;

  private Answers(String home) {
    this.home = home;
  }

  /** Listens from now on. */
  public static Answers of(Console console) {
    var answers = new Answers(console.run().hub().toString());
    Page page = console.page();
    page.onResponse(answers::keep);
    return answers;
  }

  /** The newest good answer to calls whose path and query begin like this. */
  public JsonNode newest(String beginning) {
    Response response =
        newest.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(beginning))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new AssertionError("the page did not ask for " + beginning));
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what was asked before. */
  public void forget() {
    newest.clear();
  }

  private void keep(Response response) {
    if (response.ok() && response.request().method().equals("GET")) {
      newest.put(response.url().substring(home.length()), response);
    }
  }
}
