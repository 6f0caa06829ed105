package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Reject;
import io.entente.policy.InjectionFamily;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.NamedPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectionMeaningTest {

  private static final InjectionProtection RULE =
      new InjectionProtection(
          List.of(InjectionFamily.TRAVERSAL),
          List.of(new NamedPattern("bad", "(?i)b(a|4)d."), new NamedPattern("end", "^x+$")),
          List.of(In.PATH, In.QUERY),
          List.of("x-looked-at"));

  private static Exchange sent(String path, String query, Map<String, List<String>> headers) {
    Exchange plain = from("10.0.0.1", "POST", headers);
    return new Exchange(
            plain.route(),
            "POST",
            path,
            plain.requestHeaders(),
            0,
            plain.clientAddress(),
            Optional.empty())
        .withQuery(query);
  }

  private static String decide(InjectionProtection rule, Exchange exchange) {
    var decision =
        PolicyEngine.evaluateRequest(
            List.of(policy("injection", rule)), exchange, new State(9), START);
    return decision instanceof Reject reject ? reject.status() + " " + reject.rule() : "pass";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      emptyValue = "",
      value = {
        "/a~b=c~pass",
        "/a/bad/c~''~400 injectionProtection.bad",
        "/a/bad~''~pass",
        "/a/%62%61%44%2F~''~400 injectionProtection.bad",
        "/a~q=B4D1~400 injectionProtection.bad",
        "/a~q=b%61d+~400 injectionProtection.bad",
        "/a~xxx~400 injectionProtection.end",
        "/a~xxx%0a~pass",
        "/a~xx%zz~pass",
        "/a/../b~''~400 injectionProtection.traversal.1",
        "/a/%2e%2e%2fb~''~400 injectionProtection.traversal.1",
        "/a/%252e%252e%252fb~''~400 injectionProtection.traversal.1",
      })
  void pathAndQueryAreLookedAtAsSentAndDecoded(String path, String query, String expected) {
    assertThat(decide(RULE, sent(path, query, Map.of()))).isEqualTo(expected);
  }

  @Test
  void onlyTheHeadersThatAreNamedAreLookedAt() {
    var rule = RULE;

    assertThat(decide(rule, sent("/a", "", Map.of("x-other", List.of("bad!"))))).isEqualTo("pass");
    assertThat(decide(rule, sent("/a", "", Map.of("x-looked-at", List.of("fine", "bad!")))))
        .isEqualTo("400 injectionProtection.bad");
    assertThat(decide(rule, sent("/a", "", Map.of("x-looked-at", List.of("ba", "d!")))))
        .isEqualTo("pass");
  }

  @Test
  void aBodyIsLookedAtWhateverItsType() {
    var rule =
        new InjectionProtection(
            List.of(), List.of(new NamedPattern("bad", "bad")), List.of(In.BODY), List.of());
    Exchange plain = sent("/bad", "bad", Map.of("content-type", List.of("image/png")));

    assertThat(decide(rule, plain)).isEqualTo("pass");
    assertThat(decide(rule, plain.withBody(Payload.of("very bad"))))
        .isEqualTo("400 injectionProtection.bad");
    assertThat(decide(rule, plain.withBody(Payload.of(new byte[] {-1, 'b', 'a', 'd'}))))
        .isEqualTo("400 injectionProtection.bad");
    assertThat(decide(RULE, plain.withBody(Payload.of("very bad")))).isEqualTo("pass");
  }

  @Test
  void aBodyThatNobodyKeptIsRefused() {
    var rule =
        new InjectionProtection(
            List.of(), List.of(new NamedPattern("bad", "bad")), List.of(In.BODY), List.of());
    Exchange plain = sent("/", "", Map.of());
    var unkept =
        new Exchange(
            plain.route(),
            "POST",
            "/",
            plain.requestHeaders(),
            9,
            plain.clientAddress(),
            Optional.empty());

    assertThat(decide(rule, unkept)).isEqualTo("400 injectionProtection.body");
  }
}
