package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.connector.apigee.FakeApi.Reply;
import io.entente.connector.apigee.FakeApi.Seen;
import io.entente.model.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every list is read to its end, once, in each of the ways Apigee pages. */
class PagingTest {

  private static final List<String> PATH = List.of("things");
  private static final Function<Node, Optional<String>> NAME = node -> Trees.text(node, "name");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 7, 9})
  void startKeyDropsTheItemThatIsRepeated(int size) throws Exception {
    // Given
    try (var fake =
        new FakeApi(
            request -> {
              int from = number(request, "startKey=n(\\d+)").orElse(0);
              return page(from, Math.min(size, from + 3));
            })) {
      // When
      var found = new Paging(fake.api(), 3).byStartKey(PATH, Map.of(), "items", NAME);
      // Then
      assertThat(names(found)).isEqualTo(expected(size));
    }
  }

  @Test
  void startKeyThatLeadsBackEnds() {
    // Given: whatever is asked, the same page
    try (var fake = new FakeApi(request -> page(0, 3))) {
      // When
      var failure =
          catchThrowableOfType(
              ApigeeFailure.class,
              () -> new Paging(fake.api(), 3).byStartKey(PATH, Map.of(), "items", NAME));
      // Then
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.PAGING_LOOP);
    }
  }

  @Test
  void tokensAreFollowedUntilThereIsNone() throws Exception {
    // Given
    try (var fake =
        new FakeApi(
            request -> {
              int from = number(request, "pageToken=at-(\\d+)").orElse(0);
              String next = from + 3 < 8 ? ",'nextPageToken':'at-" + (from + 3) + "'" : "";
              return Reply.json("{'items':" + items(from, Math.min(8, from + 3)) + next + "}");
            })) {
      // When
      var found = new Paging(fake.api(), 3).byToken(PATH, Map.of(), "items");
      // Then
      assertThat(names(found)).isEqualTo(expected(8));
    }
  }

  @Test
  void aTokenThatComesTwiceEnds() {
    // Given
    try (var fake = new FakeApi(request -> Reply.json("{'nextPageToken':'again'}"))) {
      // When
      var failure =
          catchThrowableOfType(
              ApigeeFailure.class,
              () -> new Paging(fake.api(), 3).byToken(PATH, Map.of(), "items"));
      // Then
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.PAGING_LOOP);
    }
  }

  @Test
  void offsetsMoveUntilAPageIsNotFull() throws Exception {
    // Given
    try (var fake =
        new FakeApi(
            request -> {
              int from = number(request, "offset=(\\d+)").orElse(0);
              return page(Math.min(7, from), Math.min(7, from + 3));
            })) {
      // When
      var found =
          new Paging(fake.api(), 3)
              .byOffset(PATH, Map.of(), body -> Trees.items(Trees.field(body, "items")));
      // Then
      assertThat(names(found)).isEqualTo(expected(7));
    }
  }

  @Test
  void anOffsetThatIsIgnoredEnds() {
    // Given
    try (var fake = new FakeApi(request -> page(0, 3))) {
      // When
      var failure =
          catchThrowableOfType(
              ApigeeFailure.class,
              () ->
                  new Paging(fake.api(), 3)
                      .byOffset(PATH, Map.of(), b -> Trees.items(Trees.field(b, "items"))));
      // Then
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.PAGING_LOOP);
    }
  }

  @Test
  void aBareListIsReadAndAnythingElseIsStrange() throws Exception {
    // Given
    try (var fake =
        new FakeApi(
            request ->
                Reply.json(request.target().contains("good") ? "['a','b']" : "{'names':[]}"))) {
      var paging = new Paging(fake.api());
      // When
      var names = paging.names(List.of("good"));
      var failure = catchThrowableOfType(ApigeeFailure.class, () -> paging.names(List.of("bad")));
      // Then
      assertThat(names).containsExactly("a", "b");
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.ANSWER_STRANGE);
    }
  }

  private static Reply page(int from, int to) {
    return Reply.json("{'items':" + items(from, to) + "}");
  }

  private static String items(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{'name':'n" + i + "'}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Optional<Integer> number(Seen request, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(request.target());
    return matcher.find() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }

  private static List<String> names(List<Node> items) {
    return items.stream().map(item -> NAME.apply(item).orElseThrow()).toList();
  }

  private static List<String> expected(int size) {
    return IntStream.range(0, size).mapToObj(i -> "n" + i).toList();
  }
}
