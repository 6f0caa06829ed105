package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.requestSide;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultRulesTest {

  private static final String FAIL =
      "<RaiseFault name=\"fail\"><FaultResponse><Set><StatusCode>468</StatusCode>"
          + "<Payload contentType='text/plain'>raised</Payload></Set></FaultResponse></RaiseFault>";

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void answersWithTheFaultWhenNoRuleChangesIt() {
    // Given
    proxy("");

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(468);
    assertThat(answer.body()).isEqualTo("raised");
    assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
  }

  @Test
  void describesARaisedFaultThatHasNoPayload() {
    // Given
    lab.simple(step("RF-1"), "<RaiseFault name=\"RF-1\"/>");

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body())
        .isEqualTo(
            "{\"fault\":{\"faultstring\":\"Raising fault. Fault name : RF-1\","
                + "\"detail\":{\"errorcode\":\"steps.raisefault.RaiseFault\"}}}");
  }

  @Test
  void looksAtTheRulesOfAProxyEndpointFromTheBottom() {
    // Given
    proxy(rule("one", "") + rule("two", "fault.name = \"RaiseFault\"") + rule("three", "absent"));

    // Then
    assertThat(lab.get("/p").header("X-Rule")).isEqualTo("two");
  }

  @Test
  void looksAtTheRulesOfATargetEndpointFromTheTop() {
    // Given
    String rules =
        rule("one", "absent")
            + rule("two", "fault.name = \"ErrorResponseCode\" and response.status.code = 503")
            + rule("three", "");
    lab.proxy(
        marks(
            BundleText.proxy(
                "p", "/p", wrap(rule("four", "")), wrap(rules) + http(lab.backend.url()))));
    lab.backend.answering(503, "down");

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("down");
    assertThat(answer.header("X-Rule")).isEqualTo("two");
  }

  @Test
  void usesTheDefaultRuleOnlyWhenNoOtherDid() {
    // Given
    proxy(rule("one", "absent") + "<!-- -->", defaultRule("three", false));

    // Then
    assertThat(lab.get("/p").header("X-Rule")).isEqualTo("three");
  }

  @Test
  void leavesTheDefaultRuleOutWhenAnotherDid() {
    // Given
    proxy(rule("one", ""), defaultRule("three", false));

    // Then
    assertThat(lab.get("/p").header("X-Rule")).isEqualTo("one");
  }

  @Test
  void runsTheDefaultRuleTooWhenItIsAlwaysEnforced() {
    // Given
    proxy(rule("one", ""), defaultRule("three", true));

    // Then
    assertThat(lab.get("/p").header("X-Rule")).isEqualTo("one|three");
  }

  @Test
  void aFaultRaisedInARuleEndsTheErrorFlow() {
    // Given
    String raising =
        "<FaultRule name='r'>" + step("one") + step("again") + step("two") + "</FaultRule>";
    proxy(raising, defaultRule("three", true));

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(469);
    assertThat(answer.header("X-Rule")).isEmpty();
  }

  @Test
  void aPolicyThatMayFailDoesNotStopTheFlow() {
    // Given
    lab.simple(
        step("fail") + step("told", "raisefault.fail.failed = true"),
        FAIL.replace("name=\"fail\"", "name=\"fail\" continueOnError=\"true\""),
        mark("told"));

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(lab.backend.last().header("X-Rule")).isEqualTo("told");
  }

  private void proxy(String rules) {
    proxy(rules, "");
  }

  private void proxy(String rules, String last) {
    String inside = requestSide("PreFlow", step("fail")) + wrap(rules) + last;
    lab.proxy(marks(BundleText.proxy("p", "/p", inside, http(lab.backend.url()))));
  }

  private static BundleText marks(BundleText text) {
    for (String name : new String[] {"one", "two", "three", "four"}) {
      text.policy(mark(name));
    }
    return text.policy(FAIL)
        .policy(FAIL.replace("name=\"fail\"", "name=\"again\"").replace("468", "469"));
  }

  private static String mark(String name) {
    return "<AssignMessage name=\""
        + name
        + "\"><Add><Headers><Header name='X-Rule'>"
        + name
        + "</Header></Headers></Add></AssignMessage>";
  }

  private static String wrap(String rules) {
    return "<FaultRules>" + rules + "</FaultRules>";
  }

  private static String rule(String policy, String condition) {
    return "<FaultRule name='"
        + policy
        + "'><Condition>"
        + condition
        + "</Condition>"
        + step(policy)
        + "</FaultRule>";
  }

  private static String defaultRule(String policy, boolean always) {
    return "<DefaultFaultRule name='d'>"
        + step(policy)
        + "<AlwaysEnforce>"
        + always
        + "</AlwaysEnforce></DefaultFaultRule>";
  }
}
