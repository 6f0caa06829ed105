package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.responseSide;
import static io.entente.simulator.apigee.proxy.BundleText.sharedFlow;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.simulator.apigee.plane.HookPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowOrderTest {

  private static final String FAIL =
      "<RaiseFault name=\"fail\"><FaultResponse><Set><StatusCode>418</StatusCode></Set>"
          + "</FaultResponse></RaiseFault>";

  private final Lab lab = new Lab();
  private final SyslogServer syslog = new SyslogServer();

  @AfterEach
  void close() {
    lab.close();
    syslog.close();
  }

  @Test
  void runsHooksFlowsAndTargetInTheDocumentedOrder() {
    // Given
    prepare("");

    // When
    Client.Answer answer = lab.get("/p/x");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(syslog.lines())
                    .containsExactly(
                        "preproxy;ppre;pflow;ppost;pretarget;tpre;tflow;tpost"
                            + ";tpreR;tflowR;tpostR;posttarget;ppreR;pflowR;ppostR;postproxy;"));
  }

  @Test
  void skipsEverythingAfterAFaultButPostClientFlow() {
    // Given
    prepare(step("fail"));

    // When
    Client.Answer answer = lab.get("/p/x");

    // Then
    assertThat(answer.status()).isEqualTo(418);
    assertThat(lab.backend.seen()).isEmpty();
    await().untilAsserted(() -> assertThat(syslog.lines()).containsExactly("preproxy;ppre;rule;"));
  }

  @Test
  void skipsHooksOfTheResponseWhenTheTargetFails() {
    // Given
    prepare("");
    lab.backend.answering(500, "broken");

    // When
    Client.Answer answer = lab.get("/p/x");

    // Then
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("broken");
    await()
        .untilAsserted(
            () ->
                assertThat(syslog.lines())
                    .containsExactly(
                        "preproxy;ppre;pflow;ppost;pretarget;tpre;tflow;tpost;targetrule;"));
  }

  @Test
  void goesOnAfterAFaultWhenTheHookSaysSo() {
    // Given
    prepare("");
    lab.sharedFlow(
        sharedFlow("pre", step("preproxy") + step("fail") + step("never"))
            .mark("preproxy", "never")
            .policy(FAIL));
    lab.hook(HookPoint.PRE_PROXY, "pre", true);

    // When
    Client.Answer answer = lab.get("/p/x");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    await()
        .untilAsserted(
            () ->
                assertThat(syslog.lines().get(0))
                    .startsWith("preproxy;ppre;")
                    .endsWith("postproxy;"));
  }

  @Test
  void refusesWhenTheHookDoesNotSaySo() {
    // Given
    prepare("");
    lab.sharedFlow(sharedFlow("pre", step("fail")).policy(FAIL));

    // When
    Client.Answer answer = lab.get("/p/x");

    // Then
    assertThat(answer.status()).isEqualTo(418);
    assertThat(lab.backend.seen()).isEmpty();
  }

  private void prepare(String afterPreFlow) {
    String proxy =
        both("PreFlow", step("ppre") + afterPreFlow, step("ppreR"))
            + "<Flows>"
            + flow("other", "proxy.pathsuffix = \"/y\"", step("never"), step("never"))
            + flow("first", "proxy.pathsuffix = \"/x\"", step("pflow"), step("pflowR"))
            + flow("second", "request.verb = \"GET\"", step("never"), step("never"))
            + "</Flows>"
            + both("PostFlow", step("ppost"), step("ppostR"))
            + responseSide("PostClientFlow", step("log"))
            + "<FaultRules><FaultRule name=\"r\">"
            + step("rule")
            + "</FaultRule></FaultRules>";
    String target =
        both("PreFlow", step("tpre"), step("tpreR"))
            + "<Flows>"
            + flow("t", "true", step("tflow"), step("tflowR"))
            + "</Flows>"
            + both("PostFlow", step("tpost"), step("tpostR"))
            + "<FaultRules><FaultRule name=\"r\">"
            + step("targetrule")
            + "</FaultRule></FaultRules>"
            + http(lab.backend.url());
    lab.proxy(
        BundleText.proxy("p", "/p", proxy, target)
            .mark("ppre", "pflow", "ppost", "ppreR", "pflowR", "ppostR", "never", "rule")
            .mark("tpre", "tflow", "tpost", "tpreR", "tflowR", "tpostR", "targetrule")
            .policy(FAIL)
            .policy(syslog.policy("log", "{trace}")));
    hook("pre", "preproxy", HookPoint.PRE_PROXY);
    hook("pret", "pretarget", HookPoint.PRE_TARGET);
    hook("postt", "posttarget", HookPoint.POST_TARGET);
    hook("post", "postproxy", HookPoint.POST_PROXY);
  }

  private void hook(String flow, String mark, HookPoint point) {
    lab.sharedFlow(sharedFlow(flow, step(mark)).mark(mark)).hook(point, flow, false);
  }

  private static String both(String flow, String request, String response) {
    return "<"
        + flow
        + "><Request>"
        + request
        + "</Request><Response>"
        + response
        + "</Response></"
        + flow
        + ">";
  }

  private static String flow(String name, String condition, String request, String response) {
    return "<Flow name='"
        + name
        + "'><Condition>"
        + condition
        + "</Condition><Request>"
        + request
        + "</Request><Response>"
        + response
        + "</Response></Flow>";
  }
}
