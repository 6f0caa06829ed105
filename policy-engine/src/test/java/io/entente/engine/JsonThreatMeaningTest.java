package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.RequestSize;
import io.entente.policy.resolution.EffectivePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonThreatMeaningTest {

  private static final JsonThreat RULE = new JsonThreat(3, 4, 2, 5, 6, 60, OtherBodies.DENY);
  private static final JsonThreat PASSING = new JsonThreat(3, 4, 2, 5, 6, 60, OtherBodies.PASS);

  private static Exchange sent(String type, Payload body) {
    return from("10.0.0.1", "POST", Map.of("content-type", List.of(type))).withBody(body);
  }

  private static Exchange sent(String body) {
    return sent("application/json", Payload.of(body));
  }

  private static String judged(Decision decision) {
    return decision instanceof Reject reject ? reject.status() + " " + reject.rule() : "pass";
  }

  private static Decision decide(List<EffectivePolicy> policies, Exchange exchange) {
    return PolicyEngine.evaluateRequest(policies, exchange, new State(10), START);
  }

  private static String decide(JsonThreat rule, Exchange exchange) {
    return judged(decide(List.of(policy("json", rule)), exchange));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{}~pass",
        "[[[]]]~pass",
        "[[[[]]]]~400 jsonThreat.maxDepth",
        "{\"a\":{\"b\":{\"c\":{}}}}~400 jsonThreat.maxDepth",
        "[1,2,3,4]~pass",
        "[1,2,3,[],5]~400 jsonThreat.maxArrayElements",
        "[[1,2,3,4],[1,2,3,4]]~pass",
        "{\"a\":1,\"b\":2}~pass",
        "{\"a\":1,\"b\":2,\"a\":3}~400 jsonThreat.maxObjectEntries",
        "{\"abcde\":1}~pass",
        "{\"abcdef\":1}~400 jsonThreat.maxNameLength",
        "{\"\\u0061bcde\":1}~pass",
        "[\"sixsix\",\"😀😀😀😀😀😀\"]~pass",
        "\"sevenxx\"~400 jsonThreat.maxStringLength",
        "12345678901234567890123456789012345678901234567890123456789~pass",
        "`     `~400 jsonThreat.malformed",
        "{\"a\":1}{}~400 jsonThreat.malformed",
        "1 2~400 jsonThreat.malformed",
        "{\"a\":1~400 jsonThreat.malformed",
        "{'a':1}~400 jsonThreat.malformed",
        "{\"a\":01}~400 jsonThreat.malformed",
        "[NaN]~400 jsonThreat.malformed",
        "[1,]~400 jsonThreat.malformed",
        "/* x */ 1~400 jsonThreat.malformed",
        "[\"                                                              \"]~400"
            + " jsonThreat.maxBodyBytes",
      })
  void bodiesAreReadAsFarAsTheRuleAllows(String body, String expected) {
    assertThat(decide(RULE, sent(body))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "application/json~400 jsonThreat.maxDepth~400 jsonThreat.maxDepth",
        "Application/JSON ; charset=UTF-8~400 jsonThreat.maxDepth~400 jsonThreat.maxDepth",
        "application/merge-patch+json~400 jsonThreat.maxDepth~400 jsonThreat.maxDepth",
        "application/json; charset=utf-16~400 jsonThreat.contentType~400 jsonThreat.contentType",
        "text/plain, application/json~400 jsonThreat.contentType~400 jsonThreat.contentType",
        "text/plain~400 jsonThreat.otherBodies~pass",
        "application/xml~400 jsonThreat.otherBodies~pass",
        "text/xml; charset=utf-16~400 jsonThreat.otherBodies~pass",
      })
  void theTypeDecidesWhetherABodyIsRead(String type, String denying, String passing) {
    // Given
    Exchange deep = sent(type, Payload.of("[[[[]]]]"));

    // Then
    assertThat(decide(RULE, deep)).isEqualTo(denying);
    assertThat(decide(PASSING, deep)).isEqualTo(passing);
  }

  @Test
  void aBodyWithoutATypeIsOfAnotherType() {
    Exchange untyped = from("10.0.0.1", "POST", Map.of()).withBody(Payload.of("{}"));

    assertThat(decide(RULE, untyped)).isEqualTo("400 jsonThreat.otherBodies");
    assertThat(decide(PASSING, untyped)).isEqualTo("pass");
  }

  @Test
  void noBodyPassesWhateverItsType() {
    assertThat(decide(RULE, sent("text/plain", Payload.of("")))).isEqualTo("pass");
  }

  @Test
  void aBodyInAnotherEncodingIsMalformed() {
    assertThat(decide(RULE, sent("application/json", Payload.of(new byte[] {'"', -1, '"'}))))
        .isEqualTo("400 jsonThreat.malformed");
  }

  @Test
  void aBodyThatNobodyKeptIsRefused() {
    Exchange plain = sent("{}");
    var unkept =
        new Exchange(
            plain.route(),
            "POST",
            plain.path(),
            plain.requestHeaders(),
            2,
            plain.clientAddress(),
            Optional.empty());

    assertThat(decide(RULE, unkept)).isEqualTo("400 jsonThreat.body");
  }

  @Test
  void aBodyOfTenThousandContainersIsReadWithoutRecursion() {
    var deep = new JsonThreat(1_000, 9, 9, 9, 9, 1_000_000, OtherBodies.DENY);

    assertThat(decide(deep, sent("[".repeat(400_000)))).isEqualTo("400 jsonThreat.maxDepth");
    assertThat(decide(deep, sent("[".repeat(1_000) + "]".repeat(1_000)))).isEqualTo("pass");
  }

  @Test
  void severalRulesAllHold() {
    var wide = new JsonThreat(9, 4, 9, 9, 9, 60, OtherBodies.PASS);
    var policies = List.of(policy("a", RULE), policy("b", wide));

    assertThat(judged(decide(policies, sent("[[[]]]")))).isEqualTo("pass");
    assertThat(judged(decide(policies, sent("[[[[]]]]")))).isEqualTo("400 jsonThreat.maxDepth");
    assertThat(judged(decide(policies, sent("[[1,2,3,4,5]]"))))
        .isEqualTo("400 jsonThreat.maxArrayElements");
  }

  @Test
  void theSizeIsJudgedBeforeTheBody() {
    var policies = List.of(policy("json", RULE), policy("size", new RequestSize(5)));

    assertThat(judged(decide(policies, sent("[[[[]]]]")))).isEqualTo("413 requestSize.maxBytes");
  }

  @Test
  void observingReportsAndLetsPass() {
    // Given
    var observing = policy("json", RULE, Mode.OBSERVE, OnError.DENY);

    // When
    Decision decision = decide(List.of(observing), sent("[[[[]]]]"));

    // Then
    assertThat(decision)
        .isInstanceOfSatisfying(
            Pass.class,
            pass ->
                assertThat(pass.observed())
                    .containsExactly(new Observed(observing.policy().id(), "jsonThreat.maxDepth")));
  }
}
