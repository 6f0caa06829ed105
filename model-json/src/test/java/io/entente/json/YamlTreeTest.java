package io.entente.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.model.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTreeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: ~ | {\"a\":null}",
        "a: '~' | {\"a\":\"~\"}",
        "a: yes | {\"a\":\"yes\"}",
        "a: 007 | {\"a\":\"007\"}",
        "a: 12345678901234567890.12 | {\"a\":12345678901234567890.12}",
        "a: 1e400 | {\"a\":1E+400}",
        "a: 3.0 | {\"a\":3}",
        "{b: &x {c: 1}, d: *x} | {\"b\":{\"c\":1},\"d\":{\"c\":1}}"
      },
      quoteCharacter = '`')
  void readsValuesAsTheyAreWritten(String yaml, String json) {
    assertThat(JsonTree.write(YamlTree.readAll(yaml, TreeLimits.DOCUMENT).get(0))).isEqualTo(json);
  }

  @Test
  void readsSeveralDocuments() {
    assertThat(YamlTree.readAll("a: 1\n---\nb: 2\n---\n", TreeLimits.DOCUMENT)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\na: 2",
        "a: [",
        "1: a",
        "a: .inf",
        "a: !!java/object x",
        "&a [*a]",
        "a: 100E2147483647",
        "a: \"\\u",
        "a: \"\\U7fffffff\""
      })
  void refuses(String yaml) {
    assertThat(codeOf(yaml, TreeLimits.DOCUMENT)).isEqualTo("YAML_INVALID");
  }

  @Test
  void refusesAliasesThatMultiplyLists() {
    // Given
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 20; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    // When, Then
    assertThat(codeOf(bomb.toString(), TreeLimits.DOCUMENT)).isEqualTo("YAML_INVALID");
  }

  @Test
  void refusesAliasesThatMultiplyText() {
    // Given
    var bomb = new StringBuilder("a: &a ").append("x".repeat(5_000)).append("\nb:\n");
    for (int i = 0; i < 500; i++) {
      bomb.append("- *a\n");
    }
    // When, Then
    assertThat(codeOf(bomb.toString(), new TreeLimits(10_000, 10))).isEqualTo("YAML_INVALID");
  }

  @Test
  void boundsSizeAndDepth() {
    assertThat(codeOf("[".repeat(70) + "]".repeat(70), TreeLimits.DOCUMENT))
        .isEqualTo("YAML_INVALID");
    assertThat(codeOf("[".repeat(50_000), TreeLimits.DOCUMENT)).isEqualTo("YAML_INVALID");
    assertThat(codeOf("abcdef", new TreeLimits(5, 5))).isEqualTo("DOCUMENT_TOO_LARGE");
  }

  private static String codeOf(String yaml, TreeLimits limits) {
    var thrown = catchThrowableOfType(ProblemException.class, () -> YamlTree.readAll(yaml, limits));
    assertThat(thrown).as("refusal of %.60s", yaml).isNotNull();
    return thrown.problems().get(0).code();
  }
}
