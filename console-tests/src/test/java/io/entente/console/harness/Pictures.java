package io.entente.console.harness;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotCaret;
import io.entente.acceptance.kit.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of pages: those of the documentation when asked for, else beside the test's results. */
public final class Pictures {

  private static final Path FOLDER =
      Boolean.getBoolean("screenshots.update")
          ? Root.path("docs/screenshots")
          : Stage.TARGET.resolve("screenshots");

  private Pictures() {}

  /** Takes one; the size of its file in bytes. */
  public static long take(Page page, String name) {
    Path file = FOLDER.resolve(name + ".png");
    page.screenshot(
        new ScreenshotOptions()
            .setPath(file)
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setCaret(ScreenshotCaret.HIDE));
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
