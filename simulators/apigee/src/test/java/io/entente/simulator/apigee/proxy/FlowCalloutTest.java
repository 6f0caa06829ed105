package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.responseSide;
import static io.entente.simulator.apigee.proxy.BundleText.sharedFlow;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.simulator.apigee.plane.HookPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowCalloutTest {

  private static final String FAIL = "<RaiseFault name=\"fail\"/>";

  private final Lab lab = new Lab();
  private final SyslogServer syslog = new SyslogServer();

  @BeforeEach
  void proxyThatLogsTheTrace() {
    lab.proxy(
        BundleText.proxy(
                "p", "/p", responseSide("PostClientFlow", step("log")), http(lab.backend.url()))
            .policy(syslog.policy("log", "{trace}")));
  }

  @AfterEach
  void close() {
    lab.close();
    syslog.close();
  }

  @Test
  void aDispatcherCallsTheForeignFlowFirst() {
    // Given
    lab.sharedFlow(
        sharedFlow("foreign", step("foreign-1") + step("foreign-2"))
            .mark("foreign-1", "foreign-2"));
    dispatcher("");

    // When
    lab.get("/p");

    // Then
    await()
        .untilAsserted(
            () -> assertThat(syslog.lines()).containsExactly("foreign-1;foreign-2;ours;"));
  }

  @Test
  void aFaultOfTheForeignFlowStopsOurs() {
    // Given
    lab.sharedFlow(sharedFlow("foreign", step("fail")).policy(FAIL));
    dispatcher("");

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(500);
    await().untilAsserted(() -> assertThat(syslog.lines()).containsExactly(""));
  }

  @Test
  void aFaultOfTheForeignFlowIsPassedOverWhenTheCalloutSaysSo() {
    // Given
    lab.sharedFlow(
        sharedFlow("foreign", step("foreign-1") + step("fail") + step("foreign-2"))
            .mark("foreign-1", "foreign-2")
            .policy(FAIL));
    dispatcher(" continueOnError=\"true\"");

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(200);
    await().untilAsserted(() -> assertThat(syslog.lines()).containsExactly("foreign-1;ours;"));
  }

  @Test
  void aFlowThatIsNotDeployedIsAFault() {
    // Given
    dispatcher("");

    // Then
    assertThat(lab.get("/p").body()).contains("flow.SharedFlowNotFound");
  }

  @Test
  void flowsThatCallEachOtherComeToAnEnd() {
    // Given
    lab.sharedFlow(
        sharedFlow("foreign", step("back"))
            .policy(
                "<FlowCallout name=\"back\"><SharedFlowBundle>foreign</SharedFlowBundle></FlowCallout>"));
    dispatcher("");

    // Then
    assertThat(lab.get("/p").body()).contains("flow.SharedFlowDepthExceeded");
  }

  @Test
  void parametersAreThereAsLongAsTheFlowRuns() {
    // Given
    lab.sharedFlow(sharedFlow("callee", step("show")).policy(show("show", "X-In")));
    lab.proxy(
        BundleText.proxy(
                "q",
                "/q",
                BundleText.requestSide("PreFlow", step("call") + step("after")),
                http(lab.backend.url()))
            .policy(
                "<FlowCallout name=\"call\"><Parameters><Parameter name='a'>text</Parameter>"
                    + "<Parameter name='b' ref='request.verb'/></Parameters>"
                    + "<SharedFlowBundle>callee</SharedFlowBundle></FlowCallout>")
            .policy(show("after", "X-After")));

    // When
    lab.get("/q");

    // Then
    assertThat(lab.backend.last().header("X-In")).isEqualTo("text GET");
    assertThat(lab.backend.last().header("X-After")).isEqualTo("none none");
  }

  private void dispatcher(String attributes) {
    lab.sharedFlow(
            sharedFlow(
                    "dispatcher",
                    step("before")
                        + step("ours", "apiproxy.name = \"p\"")
                        + step("never", "apiproxy.name = \"other\""))
                .mark("ours", "never")
                .policy(
                    "<FlowCallout name=\"before\""
                        + attributes
                        + "><SharedFlowBundle>foreign</SharedFlowBundle></FlowCallout>"))
        .hook(HookPoint.PRE_PROXY, "dispatcher", false);
  }

  private static String show(String name, String header) {
    return "<AssignMessage name=\""
        + name
        + "\"><Set><Headers><Header name='"
        + header
        + "'>{a:none} {b:none}</Header></Headers></Set></AssignMessage>";
  }
}
