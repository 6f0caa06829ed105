package io.entente.console.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own browser. A machine without one fails the tests: what was not seen is not shown.
 */
final class Chromium {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private Chromium() {}

  /** Headless, with a new and empty profile, which the driver makes and deletes itself. */
  static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new LaunchOptions().setExecutablePath(executable()).setHeadless(true).setArgs(FLAGS));
  }

  private static Path executable() {
    Optional<Path> named = Optional.ofNullable(System.getenv("ENTENTE_CHROMIUM")).map(Path::of);
    return named
        .or(Chromium::onPath)
        .filter(Files::isExecutable)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    named
                            .map(path -> "ENTENTE_CHROMIUM names " + path + ", which cannot be run")
                            .orElse("no chromium is on the PATH")
                        + ". Install it (Debian and Ubuntu: apt-get install chromium), or set"
                        + " ENTENTE_CHROMIUM to the program of a Chromium of yours."));
  }

  private static Optional<Path> onPath() {
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
