package io.entente.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from the code, wholly or between two marks. */
final class Page {

  static final Path ROOT = Path.of(System.getProperty("entente.root", ".."));

  private static final String BEGIN = "<!-- made from the code: begin -->\n";
  private static final String END = "<!-- made from the code: end -->";

  private final Path file;

  private Page(Path file) {
    this.file = file;
  }

  /**
   * @param path from the root of the repository
   */
  static Page of(String path) {
    return new Page(ROOT.resolve(path));
  }

  /** Fails when the file holds anything else; rewrites it with {@code -Dgolden.update=true}. */
  void is(String wanted) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, wanted);
      return;
    }
    assertThat(file).as("run this test with -Dgolden.update=true to make it").exists();
    assertThat(Files.readString(file))
        .as("%s is stale: run this test with -Dgolden.update=true and read the difference", file)
        .isEqualTo(wanted);
  }

  /** The same for what stands between the marks; the rest is by hand. */
  void holds(String made) throws IOException {
    String text = Files.readString(file);
    int from = text.indexOf(BEGIN);
    int to = text.indexOf(END);
    assertThat(from >= 0 && to > from).as("%s holds both marks", file).isTrue();
    is(text.substring(0, from + BEGIN.length()) + made + text.substring(to));
  }
}
