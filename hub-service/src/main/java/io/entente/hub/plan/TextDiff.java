package io.entente.hub.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** Two texts as one unified difference, bounded in what it costs and what it shows. */
final class TextDiff {
  static final int MOST_LINES = 400;
  static final int LONGEST_LINE = 400;

  private static final int CONTEXT = 3;

  /**
   * Where more lines than this may differ, they are shown as replaced as one: it costs a square.
   */
  private static final int MOST_COMPARED = 1_500;

  private static final String NO_END = "\\ No newline at end of file";

  private TextDiff() {}

  /**
   * What is shown.
   *
   * @param text without the two lines that name files
   * @param leftOut how many further lines there are
   */
  record Shown(String text, int leftOut) {}

  /** The difference of two texts, at most {@code most} lines of it. */
  static Shown of(String from, String to, int most) {
    List<String> left = lines(from);
    List<String> right = lines(to);
    List<String> all =
        UnifiedDiffUtils.generateUnifiedDiff("a", "b", left, patch(left, right), CONTEXT);
    List<String> body = all.subList(Math.min(2, all.size()), all.size());
    int shown = Math.min(body.size(), Math.min(most, MOST_LINES));
    var text = new StringBuilder();
    body.subList(0, shown).forEach(line -> text.append(cut(line)).append('\n'));
    return new Shown(text.toString(), body.size() - shown);
  }

  private static Patch<String> patch(List<String> left, List<String> right) {
    int start = 0;
    int most = Math.min(left.size(), right.size());
    while (start < most && left.get(start).equals(right.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
      end++;
    }
    int changed = left.size() + right.size() - 2 * (start + end);
    if (changed <= MOST_COMPARED) {
      return DiffUtils.diff(left, right);
    }
    var whole = new Patch<String>();
    whole.addDelta(
        new ChangeDelta<>(
            new Chunk<>(start, left.subList(start, left.size() - end)),
            new Chunk<>(start, right.subList(start, right.size() - end))));
    return whole;
  }

  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (text.endsWith("\n")) {
      lines.remove(lines.size() - 1);
    } else {
      lines.add(NO_END);
    }
    return lines;
  }

  private static String cut(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
  }
}
