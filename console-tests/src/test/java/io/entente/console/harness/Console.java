package io.entente.console.harness;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.entente.acceptance.kit.RunScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** The console as one person has it open: found by what it says, never by how it is styled. */
public final class Console {

  /** How long a person would wait for anything, on a loaded machine. */
  static final int PATIENCE_MILLIS = 30_000;

  /** Every page is looked at in both. */
  public static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  private static final String COLOURS_AT_REST =
      """
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        .then(() => Promise.allSettled(
          document.getAnimations()
            .filter((one) => one.effect?.getTiming().iterations !== Infinity)
            .map((one) => one.finished)))
        .then(() => true)
      """;

  private final Stage stage;
  private final BrowserContext context;
  private final Page page;
  private final Watch watch;
  private final HubApi api;
  private boolean traced = true;

  Console(Stage stage) {
    this.stage = stage;
    this.context =
        stage
            .browser()
            .newContext(
                new NewContextOptions()
                    .setBaseURL(stage.run().hub().toString())
                    .setViewportSize(1280, 860)
                    .setColorScheme(ColorScheme.LIGHT));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
    this.page = context.newPage();
    this.watch = Watch.over(page, stage.run().hub());
    this.api = new HubApi(stage.run());
  }

  public Page page() {
    return page;
  }

  /** What the page did beside what is seen. */
  public Watch watch() {
    return watch;
  }

  /** The same hub, asked without the console. */
  public HubApi api() {
    return api;
  }

  /** What runs. */
  public RunScript run() {
    return stage.run();
  }

  /** Opens the sign-in and goes through it; the address asked for is then open. */
  public void signInAt(String address) {
    page.navigate(address);
    giveToken(token());
    assertThat(page.getByRole(AriaRole.NAVIGATION, named("Pages"))).isVisible();
    settled();
  }

  /** Fills in a token and presses the button. */
  public void giveToken(String token) {
    page.getByLabel("Access token").fill(token);
    button("Sign in").click();
  }

  /** The administrator's token. */
  public String token() {
    try {
      return stage.run().token();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens an address and waits until the page is there with what it asked for. */
  public void open(String address) {
    page.navigate(address);
    settled();
  }

  /** Waits until the page has its heading and nothing is being loaded. */
  public void settled() {
    assertThat(page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)).first())
        .isVisible();
    assertThat(
            page.getByRole(
                AriaRole.PROGRESSBAR, new GetByRoleOptions().setName(Pattern.compile("^Loading"))))
        .hasCount(0);
    assertThat(page.locator("[aria-busy=true]")).hasCount(0);
  }

  public void theme(ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    // Colours move from one theme to the other; what is judged or pictured on the way is neither.
    page.evaluate(COLOURS_AT_REST);
  }

  /** The heading of the page. */
  public Locator title() {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
  }

  public Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  public Locator link(String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }

  public Locator tab(String name) {
    return page.getByRole(AriaRole.TAB, new GetByRoleOptions().setName(name));
  }

  public Locator region(String name) {
    return page.getByRole(AriaRole.REGION, named(name));
  }

  public Locator table(String name) {
    return page.getByRole(AriaRole.GRID, named(name));
  }

  /** The rows of a table that hold all these words. */
  public Locator row(String table, String... words) {
    Locator rows = table(table).getByRole(AriaRole.ROW);
    for (String word : words) {
      rows = rows.filter(new Locator.FilterOptions().setHasText(word));
    }
    return rows;
  }

  /** Everything that is read on the page, the navigation apart. */
  public String text() {
    return page.getByRole(AriaRole.MAIN).innerText();
  }

  /** A state as its badge says it. */
  public Locator state(String name) {
    return page.getByRole(AriaRole.MAIN)
        .getByText(name, new Locator.GetByTextOptions().setExact(true));
  }

  public Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  public Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  /** No serious barrier in what is seen, in either theme. */
  public void judged(String what) {
    Assertions.assertThat(Axe.serious(this, what)).isEmpty();
  }

  /** Presses a button, and the button of the same name in the dialog that asks once more. */
  public void confirmed(String action) {
    button(action).click();
    press(dialog(), action);
    assertThat(dialog()).hasCount(0);
  }

  /** Presses a button of a row, a dialog or another part. */
  public static void press(Locator within, String button) {
    within
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Without the trace, whose pictures cost frames: for tests that count these. */
  public void untraced() {
    traced = false;
    context.tracing().stop();
  }

  /** Gives a file to the button that asks for one. */
  public void choose(String button, String name, String content) {
    FileChooser chooser = page.waitForFileChooser(() -> button(button).click());
    chooser.setFiles(
        new FilePayload(name, "application/json", content.getBytes(StandardCharsets.UTF_8)));
  }

  /** A field by its label. */
  public Locator field(String label) {
    return page.getByRole(AriaRole.TEXTBOX, named(label));
  }

  /** Ends the test's browser; fails when the console misbehaved and the test did not notice. */
  void end(boolean failed, Path place) {
    try {
      if (failed || !watch.findings().isEmpty()) {
        page.screenshot(
            new ScreenshotOptions().setPath(place.resolveSibling(place.getFileName() + ".png")));
        if (traced) {
          context
              .tracing()
              .stop(
                  new Tracing.StopOptions()
                      .setPath(place.resolveSibling(place.getFileName() + ".trace.zip")));
        }
      }
    } finally {
      context.close();
    }
    if (!failed) {
      watch.check();
    }
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
