package io.entente.console.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks over a page's shoulder: no request leaves for another host, every document carries the
 * content security policy, and neither the page nor the browser complains.
 */
public final class Watch {

  private final String home;
  private final List<String> findings = new ArrayList<>();
  private final List<Expected> expected = new ArrayList<>();
  private int requests;
  private int documents;

  private record Expected(String text, String path) {
    boolean is(ConsoleMessage message) {
      return message.text().contains(text) && message.location().contains(path);
    }
  }

  private Watch(String home) {
    this.home = home;
  }

  static Watch over(Page page, URI hub) {
    var watch = new Watch(hub.toString() + "/");
    page.onRequest(watch::request);
    page.onResponse(watch::response);
    page.onConsoleMessage(watch::said);
    page.onPageError(error -> watch.findings.add("error in the page: " + error));
    return watch;
  }

  /** The browser's own line for an answer of this status from this path is no surprise here. */
  public void expectStatus(int status, String path) {
    expected.add(new Expected("the server responded with a status of " + status, path));
  }

  /** What was seen that must not be. */
  List<String> findings() {
    return List.copyOf(findings);
  }

  void check() {
    assertThat(findings).as("seen beside what the test looked at").isEmpty();
    assertThat(documents).as("documents whose headers were seen").isPositive();
    System.out.printf(
        "console: %d requests, all to the hub; %d documents, all with the policy%n",
        requests, documents);
  }

  private void request(Request request) {
    requests++;
    String url = request.url();
    if (!url.startsWith(home) && !url.startsWith("data:") && !url.startsWith("blob:" + home)) {
      findings.add("request to another host: " + url);
    }
  }

  private void response(Response response) {
    if (response.request().isNavigationRequest()) {
      documents++;
      String policy = response.headers().getOrDefault("content-security-policy", "");
      findings.addAll(
          Csp.complaints(policy).stream().map(it -> response.url() + ": " + it).toList());
    }
  }

  private void said(ConsoleMessage message) {
    if (message.type().equals("error") && expected.stream().noneMatch(it -> it.is(message))) {
      findings.add("error on the browser's console: " + message.text() + " " + message.location());
    }
  }
}
