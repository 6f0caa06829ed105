package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.json.JsonTree;
import io.entente.model.identity.Labels;
import io.entente.model.problem.Problem;
import io.entente.policy.AccessBlock;
import io.entente.policy.CallerKinds;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.TargetRef;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsumersDocumentsTest {

  private static final String LIMIT =
      "rateLimit: {requests: 9, window: 1m, key: route, onMissingKey: deny}";

  @Test
  void readsForWhomAndWritesNamesInOrder() {
    // When
    Policy policy = read("[{kind: Api, name: orders, consumers: [zoe, 'Bob & Co']}]", LIMIT);

    // Then
    assertThat(policy.spec().targets())
        .containsExactly(
            new TargetRef(
                TargetRef.Kind.API,
                Optional.of("orders"),
                Labels.none(),
                new TreeSet<>(List.of("Bob & Co", "zoe"))));
    assertThat(JsonTree.write(PolicyDocuments.write(policy)))
        .contains("\"consumers\":[\"Bob & Co\",\"zoe\"]");
  }

  @Test
  void saysNothingOfConsumersWhereEverybodyIsMeant() {
    assertThat(JsonTree.write(PolicyDocuments.write(read("[{kind: Tenant}]", LIMIT))))
        .doesNotContain("consumers");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|INVALID_VALUE|",
        "['']|INVALID_VALUE|[0]",
        "['  ']|INVALID_VALUE|[0]",
        "[7]|WRONG_TYPE|[0]",
        "alice|WRONG_TYPE|",
        "[a, b, a]|DUPLICATE_VALUE|[2]",
      })
  void refusesNamesThatCannotBe(String consumers, String code, String place) {
    // When
    List<Problem> problems =
        Yaml.problems(() -> read("[{kind: Tenant, consumers: %s}]".formatted(consumers), LIMIT));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(
            tuple(code, "spec.targetRefs[0].consumers" + (place == null ? "" : place)));
  }

  @Test
  void refusesMoreThanAHundred() {
    // Given
    String names =
        IntStream.rangeClosed(0, 100).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));

    // When
    List<Problem> problems =
        Yaml.problems(() -> read("[{kind: Tenant, consumers: [%s]}]".formatted(names), LIMIT));

    // Then
    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly("spec.targetRefs[0].consumers names 101 consumers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiKey: {name: x-key}",
        "accessBlock: {}",
        "ipFilter: {allow: [10.0.0.0/8]}",
        "concurrencyLimit: {requests: 3}",
      })
  void refusesKindsThatActBeforeItIsKnownWhoCallsOrOnWhatAllShare(String kind) {
    // When
    List<Problem> problems =
        Yaml.problems(
            () -> read("[{kind: Tenant}, {kind: Api, name: a, consumers: [alice]}]", kind));

    // Then
    String name = kind.substring(0, kind.indexOf(':'));
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple("NOT_FOR_SOME_CONSUMERS", "spec.targetRefs[1].consumers"));
    assertThat(problems.get(0).message()).startsWith(name + " cannot be for some consumers only: ");
  }

  @Test
  void saysOfEveryKindWhetherItCanBe() {
    // When
    var kinds = Arrays.stream(PolicyKind.class.getPermittedSubclasses()).toList();

    // Then
    assertThat(kinds)
        .filteredOn(kind -> CallerKinds.refused(kind.asSubclass(PolicyKind.class)).isEmpty())
        .hasSize(17);
  }

  @Test
  void theRecordRefusesWhatTheDocumentRefuses() {
    var target =
        new TargetRef(
            TargetRef.Kind.API, Optional.empty(), Labels.none(), new TreeSet<>(List.of("alice")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PolicySpec(
                    List.of(target),
                    PolicySpec.Merge.DEFAULT,
                    0,
                    PolicySpec.Mode.ENFORCE,
                    PolicySpec.Require.APPROXIMATE,
                    PolicySpec.OnError.DENY,
                    new AccessBlock(503, "text/plain", "")))
        .withMessageContaining("accessBlock cannot be for some consumers only");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TargetRef(
                    TargetRef.Kind.API,
                    Optional.empty(),
                    Labels.none(),
                    new TreeSet<>(List.of(" "))))
        .withMessageContaining("without a name");
  }

  private static Policy read(String targets, String kind) {
    return PolicyDocuments.read(Yaml.policy("targetRefs: " + targets + "\n" + kind), 1);
  }
}
