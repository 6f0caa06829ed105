package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.NodeState.Sync;
import io.entente.model.nativeobject.Blob;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.HookDescription;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a step says while Apigee rolls out, and when it cannot. */
class RolloutTest {

  private static final String FLOW = "entente-flow";
  private static final Patience SHORT =
      new Patience(Duration.ofMillis(5), Duration.ofMillis(50), Duration.ofSeconds(5));

  @Test
  void aRevisionThatCannotRunIsTakenBackAndTheStepRefused() {
    try (var apigee = new SimulatedApigee()) {
      // Given: a service account that has to be repeated, and a call of a flow that is not there
      var good = TestBundles.proxy("orders", "v1");
      apigee.byHand(
          api -> {
            String revision = api.proxies().create("orders", DeterministicZip.of(good));
            api.proxies().deploy("orders", revision, Optional.of("sa@p.iam.gserviceaccount.com"));
            return revision;
          });
      var hub = new MiniHub(apigee.connector());
      var desired = new Estate(apigee).part("orders", callout("entente-orders-mark", "absent"));
      var step = MiniHub.steps(hub.plan(desired.objects())).get(0);
      // When
      var result = hub.send(step);
      // Then
      assertThat(result)
          .isInstanceOfSatisfying(
              StepResult.Refused.class,
              refused -> {
                assertThat(refused.failure()).isEqualTo(FailureClass.FIX_CONFIG);
                assertThat(refused.why().code()).isEqualTo(ApigeeErrorCode.DEPLOYMENT_FAILED);
                assertThat(refused.why().message()).contains("absent", "deployed again");
              });
      assertThat(apigee.deployed(BundleKind.PROXY, "orders")).isEqualTo(good);
      var running = apigee.byHand(api -> api.proxies().deployed("orders")).orElseThrow();
      assertThat(running.revision()).isEqualTo("1");
      assertThat(running.serviceAccount()).contains("sa@p.iam.gserviceaccount.com");
    }
  }

  @Test
  void theServiceAccountIsRepeated() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      apigee.byHand(
          api -> {
            String revision =
                api.proxies()
                    .create("orders", DeterministicZip.of(TestBundles.proxy("orders", "v1")));
            api.proxies().deploy("orders", revision, Optional.of("sa@p.iam.gserviceaccount.com"));
            return revision;
          });
      var hub = new MiniHub(apigee.connector());
      // When
      hub.reach(
          new Estate(apigee)
              .part("orders", TestBundles.header("entente-orders-mark", "x", "1"))
              .objects());
      // Then
      var running = apigee.byHand(api -> api.proxies().deployed("orders")).orElseThrow();
      assertThat(running.revision()).isEqualTo("2");
      assertThat(running.serviceAccount()).contains("sa@p.iam.gserviceaccount.com");
    }
  }

  @Test
  void whatIsStillProgressingIsDoneAndPendingAndNoHookCallsIt() {
    try (var apigee = new SimulatedApigee();
        var connector = apigee.connector(apigee.config(), SHORT)) {
      // Given
      apigee.simulator().deploymentDelay(Duration.ofSeconds(2));
      var hub = new MiniHub(connector);
      SortedMap<String, Blob> files = TestBundles.flow(FLOW, "v1");
      var desired =
          new Estate(apigee)
              .flow(FLOW, files)
              .hook("PreProxyFlowHook", FLOW, new HookDescription(Optional.empty()));
      var steps = MiniHub.steps(hub.plan(desired.objects()));
      // When
      assertThat(hub.send(steps.get(0))).isInstanceOf(StepResult.Done.class);
      assertThat(hub.send(steps.get(1))).isInstanceOf(StepResult.Done.class);
      var early = hub.send(steps.get(2));
      var pending = connector.applier().orElseThrow().convergence(ApigeeKinds.ENVIRONMENT);
      // Then
      assertThat(early)
          .isInstanceOfSatisfying(
              StepResult.Refused.class,
              refused -> {
                assertThat(refused.failure()).isEqualTo(FailureClass.TRANSIENT);
                assertThat(refused.why().code()).isEqualTo(ApigeeErrorCode.FLOW_NOT_READY);
              });
      assertThat(pending.nodes()).extracting(node -> node.sync()).containsExactly(Sync.PENDING);
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  connector
                      .applier()
                      .orElseThrow()
                      .convergence(ApigeeKinds.ORGANIZATION)
                      .converged());
      assertThat(hub.send(steps.get(2))).isInstanceOf(StepResult.Done.class);
    }
  }

  @Test
  void aDeploymentThatFailedByItselfIsRejected() {
    try (var apigee = new SimulatedApigee()) {
      // Given: a flow of ours that somebody changed so that it cannot run
      apigee.deployFlow(
          FLOW, TestBundles.flow(FLOW, "entente-call", callout("entente-call", "absent")));
      // When
      var convergence =
          apigee.connector().applier().orElseThrow().convergence(ApigeeKinds.ORGANIZATION);
      // Then
      assertThat(convergence.nodes()).hasSize(1);
      assertThat(convergence.nodes().get(0).sync()).isEqualTo(Sync.REJECTED);
      assertThat(convergence.nodes().get(0).message().orElseThrow()).contains("absent");
    }
  }

  @Test
  void oldRevisionsOfOursGoAndTheNewestFiveStay() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
      var hub = new MiniHub(apigee.connector());
      // When
      for (int i = 0; i < 9; i++) {
        var files = new TreeMap<>(TestBundles.flow(FLOW, "v" + i));
        hub.reach(
            new Estate(apigee)
                .flow(FLOW, files)
                .part("orders", TestBundles.header("entente-orders-mark", "x", "v" + i))
                .objects());
      }
      // Then
      var flow = apigee.byHand(api -> api.sharedFlows().get(FLOW)).orElseThrow();
      assertThat(flow.revisions()).containsExactly("9", "8", "7", "6", "5");
      var proxy = apigee.byHand(api -> api.proxies().get("orders")).orElseThrow();
      assertThat(proxy.revisions()).containsExactly("10", "9", "8", "7", "6", "1");
    }
  }

  @Test
  void theSameContentMakesNoOtherRevision() {
    try (var apigee = new SimulatedApigee()) {
      // Given: a draft of others after what runs
      apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
      apigee.byHand(
          api ->
              api.proxies()
                  .create("orders", DeterministicZip.of(TestBundles.proxy("orders", "draft"))));
      var hub = new MiniHub(apigee.connector());
      var desired =
          new Estate(apigee)
              .part("orders", TestBundles.header("entente-orders-mark", "x", "1"))
              .objects();
      // When: ours, back to theirs, ours again
      hub.reach(desired);
      String first = deployed(apigee);
      apigee.byHand(
          api -> {
            api.proxies().deploy("orders", "1", Optional.empty());
            return first;
          });
      hub.reach(desired);
      // Then: the revision that was there is used again, and the draft was never deployed
      assertThat(first).isEqualTo("3");
      assertThat(deployed(apigee)).isEqualTo("3");
      assertThat(apigee.simulator().imported().all()).hasSize(3);
    }
  }

  private static String deployed(SimulatedApigee apigee) {
    return apigee.byHand(api -> api.proxies().deployed("orders")).orElseThrow().revision();
  }

  private static Blob callout(String name, String flow) {
    return Blob.ofText(
        "<FlowCallout name=\""
            + name
            + "\"><SharedFlowBundle>"
            + flow
            + "</SharedFlowBundle></FlowCallout>\n");
  }
}
