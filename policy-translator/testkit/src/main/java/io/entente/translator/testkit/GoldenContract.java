package io.entente.translator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case folder is translated as its files say, to the byte. {@code -Dgolden.update=true}
 * writes the files anew.
 */
public abstract class GoldenContract {

  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  /** Name of the file with what the gateway is to get. */
  protected abstract String documentsFile();

  protected abstract int fewestCases();

  /**
   * @param request text of a request.yaml
   */
  protected abstract Translation translate(String request);

  /** What the gateway is to get, as text. */
  protected String documents(Translation translation) {
    return JsonTree.pretty(GoldenCases.documents(translation));
  }

  /** What the translation says of itself. */
  protected Node fidelity(Translation translation) {
    return FidelityTree.of(translation);
  }

  @TestFactory
  public Stream<DynamicTest> translatesAsWrittenDown() throws IOException {
    return GoldenCases.all().stream()
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
  }

  @Test
  public void hasCasesEnough() throws IOException {
    assertThat(GoldenCases.all()).hasSizeGreaterThanOrEqualTo(fewestCases());
  }

  @Test
  public void translatesTheSameRequestToTheSameBytes() throws IOException {
    for (Path folder : GoldenCases.all()) {
      String request = GoldenCases.request(folder);
      assertThat(documents(translate(request)))
          .as("%s", folder)
          .isEqualTo(documents(translate(request)));
    }
  }

  private void run(Path folder) throws IOException {
    // When
    Translation translation = translate(GoldenCases.request(folder));

    // Then
    compare(folder.resolve(documentsFile()), documents(translation));
    compare(folder.resolve("fidelity.json"), JsonTree.pretty(fidelity(translation)));
  }

  private static void compare(Path file, String actual) throws IOException {
    if (UPDATE) {
      Files.writeString(file, actual);
    }
    assertThat(actual)
        .as("%s (regenerate with -Dgolden.update=true and read the difference)", file)
        .isEqualTo(Files.readString(file));
  }
}
