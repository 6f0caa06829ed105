package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.problem.Problem;
import io.entente.policy.LogMasking;
import io.entente.policy.PolicyKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMaskingDocumentsTest {

  @Test
  void readsHeadersAndParameters() {
    assertThat(read("{headers: [cookie], query: [key, access_token]}"))
        .isEqualTo(new LogMasking(List.of("cookie"), List.of("key", "access_token")));
    assertThat(read("{query: ['*']}")).isEqualTo(new LogMasking(List.of(), List.of("*")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|MISSING_FIELD|spec.logMasking",
        "{headers: [Cookie]}|INVALID_VALUE|spec.logMasking.headers[0]",
        "{headers: [host]}|INVALID_VALUE|spec.logMasking.headers[0]",
        "{query: ['a b']}|INVALID_VALUE|spec.logMasking.query[0]",
        "{query: ['*', a]}|INVALID_VALUE|spec.logMasking.query",
        "{query: [a, a]}|DUPLICATE_VALUE|spec.logMasking.query[1]",
      })
  void refusesWhatCannotBe(String kind, String code, String path) {
    // When
    List<Problem> problems = Yaml.problems(() -> read(kind));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple(code, path));
  }

  @Test
  void theRecordRefusesWhatTheDocumentRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogMasking(List.of(), List.of()))
        .withMessageContaining("no entry");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogMasking(List.of(), List.of("*", "a")))
        .withMessageContaining("alone");
  }

  private static PolicyKind read(String kind) {
    return PolicyDocuments.read(Yaml.policy("targetRefs: [{kind: Tenant}]\nlogMasking: " + kind), 1)
        .spec()
        .kind();
  }
}
