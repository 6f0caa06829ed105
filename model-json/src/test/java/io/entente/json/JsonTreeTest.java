package io.entente.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

  private static final TreeLimits SMALL = new TreeLimits(200, 4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"$ref\":\"#/a\",\"$$\":1}",
        "[1,2.50,-3E-9,12345678901234567890.12]",
        "{\"a\":null,\"b\":[{}],\"c\":\"\\u0001\\\"\"}"
      })
  void plainDocumentsComeBackAsTheyWere(String text) {
    // Given
    Node tree = JsonTree.read(text, SMALL);
    // When, Then
    assertThat(JsonTree.read(JsonTree.write(tree), SMALL)).isEqualTo(tree);
    assertThat(JsonTree.read(JsonTree.pretty(tree), SMALL)).isEqualTo(tree);
    assertThat(StoredTree.read(StoredTree.write(tree), SMALL)).isEqualTo(tree);
  }

  @Test
  void plainTextNeverDoublesADollar() {
    assertThat(JsonTree.write(JsonTree.read("{\"$ref\": 1}", SMALL))).isEqualTo("{\"$ref\":1}");
  }

  @Test
  void storesSecretsAndPendingValuesAndRefusesThemAsPlainText() {
    // Given
    var secret = new Node.Secret(new SecretRef("vault:x"), new Fingerprint("a".repeat(64)));
    var pending = new Node.Pending(new ObjectKey("revision", "r"), "number");
    Node tree = Node.obj(Map.of("s", secret, "p", pending, "$secret", Node.text("mine")));
    // When
    Node back = StoredTree.read(StoredTree.write(tree), TreeLimits.DOCUMENT);
    // Then
    assertThat(back).isEqualTo(tree);
    assertThat(((Node.Secret) ((Node.Obj) back).fields().get("s")).ref()).isEqualTo(secret.ref());
    assertThatThrownBy(() -> JsonTree.write(tree)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"a\":2} | JSON_INVALID",
        "{\"a\":1} x | JSON_INVALID",
        "'' | JSON_INVALID",
        "[1,] | JSON_INVALID",
        "NaN | JSON_INVALID",
        "100E2147483647 | JSON_INVALID",
        "1E99999999999 | JSON_INVALID",
        "[[[[[1]]]]] | DOCUMENT_TOO_DEEP"
      })
  void refusesWithCodeAndPlace(String text, String code) {
    // When
    var thrown = catchThrowableOfType(ProblemException.class, () -> JsonTree.read(text, SMALL));
    // Then
    assertThat(thrown).isNotNull();
    assertThat(thrown.problems().get(0).code()).isEqualTo(code);
  }

  @Test
  void boundsTheSize() {
    assertThatThrownBy(() -> JsonTree.read(" ".repeat(201), SMALL))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("201");
  }

  @Test
  void hugeExponentsAreReadWithoutBecomingHugeText() {
    assertThat(JsonTree.write(JsonTree.read("1e100000000", SMALL))).isEqualTo("1E+100000000");
  }
}
