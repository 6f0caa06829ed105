package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
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
  void hasAtLeastThirtyCases() throws IOException {
    assertThat(GoldenCases.all()).hasSizeGreaterThanOrEqualTo(30);
  }

  private static void run(Path folder) throws IOException {
    // When
    Translation translation = GoldenCases.translate(folder);

    // Then
    compare(folder.resolve("kong.json"), GoldenCases.documents(translation));
    compare(folder.resolve("fidelity.json"), FidelityTree.of(translation));
  }

  private static void compare(Path file, Node actual) throws IOException {
    if (UPDATE) {
      Files.writeString(file, JsonTree.pretty(actual));
    }
    Node expected = JsonTree.read(Files.readString(file), TreeLimits.VENDOR);
    // written and read back, because a secret is printed in a form of its own
    Node written = JsonTree.read(JsonTree.pretty(actual), TreeLimits.VENDOR);
    assertThat(JsonTree.pretty(written))
        .as("%s (regenerate with -Dgolden.update=true and read the difference)", file)
        .isEqualTo(JsonTree.pretty(expected));
  }
}
