package io.entente.hub.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that is made from the code, between two marks; the rest is by hand. */
final class GeneratedPart {

  private static final Path ROOT = Path.of(System.getProperty("entente.root", ".."));

  private final Path page;
  private final String comment;

  private GeneratedPart(Path page, String comment) {
    this.page = page;
    this.comment = comment;
  }

  /** Of a page below {@code docs}. */
  static GeneratedPart of(String page) {
    Path path = doc(page);
    return new GeneratedPart(path, page.endsWith(".md") ? "<!-- %s -->" : "# %s");
  }

  /** A file below {@code docs}. */
  static Path doc(String path) {
    return ROOT.resolve("docs").resolve(path);
  }

  /** Fails when the page holds anything else; rewrites it with {@code -Dgolden.update=true}. */
  void is(String made) throws IOException {
    String begin = comment.formatted("made from the code: begin") + "\n";
    String end = comment.formatted("made from the code: end");
    String text = Files.readString(page);
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    assertThat(from >= 0 && to > from).as("%s holds both marks", page).isTrue();
    String wanted = text.substring(0, from + begin.length()) + made + text.substring(to);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, wanted);
      return;
    }
    assertThat(text)
        .as("%s is stale: run this test with -Dgolden.update=true and read the difference", page)
        .isEqualTo(wanted);
  }
}
