package io.entente.console.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import io.entente.acceptance.kit.RunScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Everything that all tests share: the estate as a user starts it, and one browser. */
final class Stage implements AutoCloseable {

  static final Path TARGET = Path.of(System.getProperty("console.target", "target"));

  private final RunScript run;
  private final Playwright playwright;
  private final Browser browser;

  private Stage(RunScript run, Playwright playwright, Browser browser) {
    this.run = run;
    this.playwright = playwright;
    this.browser = browser;
  }

  /** The browser first: it is what a machine may lack, and it starts in a second. */
  static Stage set() {
    long began = System.nanoTime();
    Playwright playwright = Playwright.create();
    try {
      Browser browser = Chromium.launch(playwright);
      Path data = TARGET.resolve("estate");
      forget(data);
      var stage = new Stage(RunScript.start(data), playwright, browser);
      System.out.printf(
          "console: %s and the estate are up after %.1f s%n",
          browser.version(), (System.nanoTime() - began) / 1e9);
      return stage;
    } catch (IOException e) {
      playwright.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      playwright.close();
      throw e;
    }
  }

  RunScript run() {
    return run;
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    try {
      playwright.close();
    } finally {
      run.close();
    }
  }

  /** The folder stays after the tests, with its logs; the next run begins anew. */
  private static void forget(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }
}
