package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.translator.Translation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenCasesTest {

  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicTest> translatesAsWrittenDown() throws IOException {
    return GoldenCases.all().stream()
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
  }

  @Test
  void hasAtLeastTwentyFiveCases() throws IOException {
    assertThat(GoldenCases.all()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void translatesTheSameRequestToTheSameBytes() throws IOException {
    for (Path folder : GoldenCases.all()) {
      assertThat(GoldenCases.documents(translate(folder)))
          .isEqualTo(GoldenCases.documents(translate(folder)));
    }
  }

  private static void run(Path folder) throws IOException {
    // When
    Translation translation = translate(folder);

    // Then
    compare(folder.resolve("apigee.txt"), GoldenCases.documents(translation));
    compare(folder.resolve("fidelity.json"), JsonTree.pretty(FidelityTree.of(translation)));
  }

  private static Translation translate(Path folder) throws IOException {
    return new ApigeeTranslator().translate(GoldenCases.read(folder).request());
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
