package io.entente.hub.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDiffTest {

  @Test
  void showsWhatChangedWithWhatIsAroundIt() {
    var shown = TextDiff.of("a\nb\nc\nd\n", "a\nb\nC\nd\n", 100);
    assertThat(shown.text()).isEqualTo("@@ -1,4 +1,4 @@\n a\n b\n-c\n+C\n d\n");
    assertThat(shown.leftOut()).isZero();
  }

  @Test
  void showsAFileThatComesOrGoesAsAllItsLines() {
    assertThat(TextDiff.of("", "<Step>\n</Step>\n", 100).text())
        .contains("+<Step>\n", "+</Step>\n")
        .doesNotContain("\n-");
    assertThat(TextDiff.of("x\n", "", 100).text()).contains("-x\n").doesNotContain("\n+");
  }

  @Test
  void showsThatOnlyTheLastLineEndDiffers() {
    assertThat(TextDiff.of("a\n", "a", 100).text()).contains("+\\ No newline at end of file");
  }

  @Test
  void leavesOutLinesOfLongDifferencesAndSaysHowMany() {
    // Given
    String many = "line\n".repeat(TextDiff.MOST_LINES * 3);
    // When
    var shown = TextDiff.of("", many, 10_000);
    // Then
    assertThat(shown.text().lines()).hasSize(TextDiff.MOST_LINES);
    assertThat(shown.leftOut()).isEqualTo(1 + TextDiff.MOST_LINES * 2);
    assertThat(TextDiff.of("", "x".repeat(5_000), 100).text().lines())
        .allMatch(line -> line.length() <= TextDiff.LONGEST_LINE + 2);
  }

  @Test
  void comparesFilesThatHaveNothingInCommonInBoundedTime() {
    // Given
    var random = new Random(11);
    String left = noise(random, 20_000);
    String right = noise(random, 20_000);
    // When
    long began = System.nanoTime();
    var shown = TextDiff.of("same\n" + left + "end\n", "same\n" + right + "end\n", 50);
    // Then
    assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    assertThat(shown.text().lines()).hasSize(50);
    assertThat(shown.leftOut()).isGreaterThan(39_000);
  }

  @Test
  void anyTwoTextsCanBeReadBackFromTheirDifference() {
    long seed = 20261121;
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      // Given
      List<String> left = words(random);
      List<String> right = words(random);
      // When
      var shown = TextDiff.of(text(left), text(right), 10_000);
      // Then
      var removed = shown.text().lines().filter(l -> l.startsWith("-")).toList();
      var added = shown.text().lines().filter(l -> l.startsWith("+")).toList();
      assertThat(left.size() - removed.size())
          .as("seed %d round %d", seed, round)
          .isEqualTo(right.size() - added.size());
      assertThat(shown.text().isEmpty()).isEqualTo(left.equals(right));
    }
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static List<String> words(Random random) {
    var lines = new ArrayList<String>();
    for (int i = random.nextInt(12); i > 0; i--) {
      lines.add("w" + random.nextInt(4));
    }
    return lines;
  }

  private static String noise(Random random, int lines) {
    var text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(random.nextLong()).append('\n');
    }
    return text.toString();
  }
}
