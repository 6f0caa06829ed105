package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.limit;
import static io.entente.engine.Fixtures.policy;
import static io.entente.engine.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.engine.Decision.Pass;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeaderTransformMeaningTest {

  private static final List<String> NAMES = List.of("x-a", "x-b");

  @Test
  void editsAreDoneInOrder() {
    // Given
    var before = Headers.of(Map.of("X-A", List.of("1", "2"), "x-b", List.of("old")));
    List<Edit> edits =
        List.of(
            new Edit.Append("x-a", "3"),
            new Edit.AddIfAbsent("x-b", "no"),
            new Edit.Remove("x-b"),
            new Edit.AddIfAbsent("x-b", "yes"),
            new Edit.Set("x-c", "only"));

    // When
    var after = HeaderTransformMeaning.apply(edits, before);

    // Then
    assertThat(after.values())
        .containsOnly(
            Map.entry("x-a", List.of("1", "2", "3")),
            Map.entry("x-b", List.of("yes")),
            Map.entry("x-c", List.of("only")));
  }

  @Test
  void lawsOfEditsHoldForAnyHeadersAndEdits() {
    for (long seed = 0; seed < 2_000; seed++) {
      // Given
      var random = new Random(seed);
      Headers before = headers(random);
      List<Edit> first = edits(random);
      List<Edit> second = edits(random);

      // When
      var after = HeaderTransformMeaning.apply(first, before);

      // Then
      var joined = new ArrayList<>(first);
      joined.addAll(second);
      assertThat(HeaderTransformMeaning.apply(joined, before))
          .as("seed %d: a list of edits is its parts in order", seed)
          .isEqualTo(HeaderTransformMeaning.apply(second, after));
      assertThat(after.set("x-a", "1").get("X-A"))
          .as("seed %d: set leaves one value", seed)
          .containsExactly("1");
      assertThat(after.remove("x-a").append("x-a", "1"))
          .as("seed %d: set is remove, then append", seed)
          .isEqualTo(after.set("x-a", "1"));
      assertThat(after.addIfAbsent("x-a", "1").addIfAbsent("x-a", "2"))
          .as("seed %d: the second addIfAbsent does nothing", seed)
          .isEqualTo(after.addIfAbsent("x-a", "1"));
      var appended = new ArrayList<>(after.get("x-a"));
      appended.add("1");
      assertThat(after.append("x-a", "1").get("x-a"))
          .as("seed %d: append keeps what was there, in order", seed)
          .isEqualTo(appended);
      assertThat(after.set("x-a", "1").remove("x-b"))
          .as("seed %d: edits of different headers may change places", seed)
          .isEqualTo(after.remove("x-b").set("x-a", "1"));
    }
  }

  @Test
  void theLaterPolicyHasTheLastWord() {
    // Given
    var wide = policy("wide", setting("x-a", "wide"));
    var near = policy("near", setting("x-a", "near"));

    // When
    var decision =
        PolicyEngine.evaluateRequest(List.of(wide, near), request(), new State(1), START);

    // Then
    assertThat(((Pass) decision).headers().get("x-a")).containsExactly("near");
  }

  @Test
  void limitsJudgeTheHeadersTheClientSent() {
    // Given
    var edit = policy("edit", setting("x-team", "ours"));
    var limit = policy("limit", limit(1, 10, new LimitKey.Header("x-team"), OnMissingKey.DENY));
    var state = new State(10);
    var policies = List.of(edit, limit);

    // When
    var first =
        PolicyEngine.evaluateRequest(
            policies, from("", Map.of("x-team", List.of("a"))), state, START);
    var second =
        PolicyEngine.evaluateRequest(
            policies, from("", Map.of("x-team", List.of("b"))), state, START);

    // Then
    assertThat(first).isInstanceOf(Pass.class);
    assertThat(second).isInstanceOf(Pass.class);
    assertThat(((Pass) second).headers().get("x-team")).containsExactly("ours");
  }

  @Test
  void responseEditsTouchTheResponseOnlyAndObservedOnesNothing() {
    // Given
    var transform =
        new HeaderTransform(
            List.of(new Edit.Set("x-side", "request")), List.of(new Edit.Remove("server")));
    var observed =
        policy(
            "o",
            new HeaderTransform(List.of(), List.of(new Edit.Set("x-o", "1"))),
            Mode.OBSERVE,
            OnError.DENY);
    var answered =
        request()
            .answered(
                new Exchange.Response(200, Headers.of(Map.of("Server", List.of("upstream")))));

    // When
    var decision =
        PolicyEngine.evaluateResponse(List.of(policy("p", transform), observed), answered);

    // Then
    assertThat(decision).isEqualTo(new Pass(Headers.none(), List.of()));
  }

  @Test
  void refusesToEditAResponseThatIsNotThere() {
    // Given
    var unanswered = request();

    // When // Then
    assertThatThrownBy(() -> PolicyEngine.evaluateResponse(List.of(), unanswered))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no response");
  }

  private static HeaderTransform setting(String name, String value) {
    return new HeaderTransform(List.of(new Edit.Set(name, value)), List.of());
  }

  private static Headers headers(Random random) {
    var headers = Headers.none();
    for (int i = random.nextInt(4); i > 0; i--) {
      headers = headers.append(NAMES.get(random.nextInt(2)), "" + random.nextInt(3));
    }
    return headers;
  }

  private static List<Edit> edits(Random random) {
    var edits = new ArrayList<Edit>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = NAMES.get(random.nextInt(2));
      String value = "" + random.nextInt(3);
      edits.add(
          switch (random.nextInt(4)) {
            case 0 -> new Edit.Set(name, value);
            case 1 -> new Edit.AddIfAbsent(name, value);
            case 2 -> new Edit.Append(name, value);
            default -> new Edit.Remove(name);
          });
    }
    return edits;
  }
}
