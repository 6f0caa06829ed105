package io.entente.console.harness;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * The frames that a browser drew while something was scrolled from its top to its end with the
 * wheel: how many, and how long the slowest was.
 */
public record Frames(int count, double largestMillis, double p99Millis) {

  private static final int WHEEL = 2_000;
  private static final String BEGIN =
      """
      () => {
        const deltas = [];
        let last, on = true;
        const frame = (now) => {
          if (last !== undefined) deltas.push(now - last);
          last = now;
          if (on) requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
        window.endOfFrames = () => { on = false; return deltas; };
      }
      """;
  private static final String NEXT = "() => new Promise((done) => requestAnimationFrame(done))";
  private static final String AT_END = "(e) => e.scrollTop + e.clientHeight >= e.scrollHeight - 1";

  /** Scrolls a frame from its top to its end: a turn of the wheel for each frame that is drawn. */
  public static Frames whileScrolling(Page page, Locator frame) {
    frame.evaluate("(e) => e.scrollTo({ top: 0 })");
    frame.hover();
    page.evaluate(NEXT);
    page.evaluate(BEGIN);
    while (!(boolean) frame.evaluate(AT_END)) {
      page.mouse().wheel(0, WHEEL);
      page.evaluate(NEXT);
    }
    @SuppressWarnings("unchecked")
    List<Number> deltas = (List<Number>) page.evaluate("() => window.endOfFrames()");
    double[] sorted = deltas.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    return new Frames(
        sorted.length, sorted[sorted.length - 1], sorted[(int) (0.99 * (sorted.length - 1))]);
  }

  @Override
  public String toString() {
    return "%d frames, largest %.1f ms, p99 %.1f ms".formatted(count, largestMillis, p99Millis);
  }
}
