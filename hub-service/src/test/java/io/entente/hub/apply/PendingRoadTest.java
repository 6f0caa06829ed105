package io.entente.hub.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.audit.Audit;
import io.entente.hub.estate.BlobStore;
import io.entente.hub.outbox.Outbox;
import io.entente.hub.plan.DecidedDrift;
import io.entente.hub.plan.PendingNodes;
import io.entente.hub.plan.PlanService;
import io.entente.hub.plan.PlanStatus;
import io.entente.hub.plan.PlanStore;
import io.entente.hub.plan.StoredPlan;
import io.entente.hub.plan.Transactions;
import io.entente.hub.plan.TurnedAway;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.CanonicalText;
import io.entente.reconciliation.DriftDetector;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values that only an import tells, through the whole life of a plan. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PendingRoadTest {

  private static final ObjectKey FLOW = new ObjectKey(FlowGateway.FLOWS, "entente-a");
  private static final ObjectKey DEPLOYMENT = new ObjectKey(FlowGateway.DEPLOYMENTS, "entente-a");

  @Inject Transactions transactions;
  @Inject PlanStore store;
  @Inject StepJournal journal;
  @Inject LastApplied lastApplied;
  @Inject GatewayLock lock;
  @Inject Conditions conditions;
  @Inject BlobStore blobs;
  @Inject DecidedDrift decided;
  @Inject TurnedAway turnedAway;
  @Inject Audit audit;
  @Inject Outbox outbox;

  private final GatewayId gateway = new GatewayId("flows-" + UUID.randomUUID());
  private final FlowEstate estate = new FlowEstate(gateway);
  private final CrashingProbe probe = new CrashingProbe();

  @Test
  void whatAnImportTellsIsDeployedRememberedAndNoLongerPending() {
    // Given
    estate.wanted.put("entente-a", "one");
    // When
    var plan = plans().create(gateway, "test");
    // Then
    assertThat(CanonicalText.of(plan.body().field("differences").orElseThrow()))
        .contains("(known after apply)");
    assertThat(blobs.get(Blob.ofText("one").hash())).contains(Blob.ofText("one"));
    // When
    var applied = carryOut(plan);
    // Then
    assertThat(applied.status()).isEqualTo(PlanStatus.APPLIED);
    assertThat(estate.flows.deployed).containsEntry("entente-a", "1");
    assertThat(ours().get(DEPLOYMENT).content()).isEqualTo(FlowGateway.number("1"));
    assertThat(plans().create(gateway, "test").steps()).isEmpty();
    assertThat(DriftDetector.detect(new FlowDialect(), ours(), estate.flows.snapshot())).isEmpty();
  }

  @Test
  void theWayBackHoldsNoPendingValueAndReturnsToWhatRanBefore() {
    // Given
    estate.wanted.put("entente-a", "one");
    carryOut(plans().create(gateway, "test"));
    estate.wanted.put("entente-a", "two");
    var second = carryOut(plans().create(gateway, "test"));
    assertThat(estate.flows.deployed).containsEntry("entente-a", "2");
    // When
    var back = plans().rollback(second.id(), "test");
    // Then
    assertThat(back.steps()).hasSize(2).allSatisfy(s -> assertThat(PendingNodes.of(s)).isEmpty());
    assertThat(carryOut(back).status()).isEqualTo(PlanStatus.APPLIED);
    assertThat(estate.flows.deployed).containsEntry("entente-a", "1");
    assertThat(estate.flows.snapshot().objects().get(FLOW).content().toString())
        .contains(Blob.ofText("one").hash().hex());
  }

  @Test
  void aLostAnswerOfAnImportIsAskedForAgainAndNothingIsImportedTwice() {
    // Given
    estate.wanted.put("entente-a", "one");
    estate.flows.loseAnswerOf = java.util.Optional.of(FLOW);
    // When
    var applied = carryOut(plans().create(gateway, "test"));
    // Then
    assertThat(applied.status()).isEqualTo(PlanStatus.APPLIED);
    assertThat(estate.flows.deployed).containsEntry("entente-a", "1");
    assertThat(estate.flows.imports).isEqualTo(1);
    assertThat(ours().get(DEPLOYMENT).content()).isEqualTo(FlowGateway.number("1"));
  }

  @Test
  void whereverTheHubDiesTheNextPlanGoesOnFromWhatIsThere() {
    for (var side : CrashingProbe.Side.values()) {
      for (int step = 1; step <= 2; step++) {
        // Given
        int round = estate.flows.imports;
        estate.wanted.put("entente-a", "round " + round);
        var plan = plans().create(gateway, "test");
        assertThat(plan.steps()).hasSize(2);
        var place = new CrashingProbe.Place(step, side);
        probe.dieAt(place);
        // When
        assertThatThrownBy(() -> carryOut(plan)).isInstanceOf(CrashingProbe.Died.class);
        recovery().settle(gateway);
        // Then
        assertThat(plans().get(plan.id()).status()).isEqualTo(PlanStatus.INTERRUPTED);
        assertThat(ours().values())
            .as("last applied after %s", place)
            .allSatisfy(o -> assertThat(CanonicalText.of(text(o))).doesNotContain("$pending"));
        int left = step == 1 ? 2 : 1;
        var rest = plans().create(gateway, "test");
        assertThat(rest.steps())
            .as("what is left after %s", place)
            .hasSize(side == CrashingProbe.Side.BEFORE_SEND ? left : left - 1);
        assertThat(carryOut(rest).status()).isEqualTo(PlanStatus.APPLIED);
        assertThat(estate.flows.imports).as("imports after %s", place).isEqualTo(round + 1);
        assertThat(estate.flows.deployed).containsEntry("entente-a", String.valueOf(round + 1));
        assertThat(plans().create(gateway, "test").steps()).isEmpty();
      }
    }
  }

  @Test
  void theWayBackFromAPlanThatFailedTouchesOnlyWhatWasSent() {
    // Given
    estate.wanted.put("entente-a", "one");
    estate.flows.refuse = java.util.Optional.of(DEPLOYMENT);
    var failed = carryOut(plans().create(gateway, "test"));
    assertThat(failed.status()).isEqualTo(PlanStatus.FAILED);
    estate.flows.refuse = java.util.Optional.empty();
    // When
    var back = plans().rollback(failed.id(), "test");
    // Then
    assertThat(back.steps()).extracting(s -> s.change().key()).containsExactly(FLOW);
    carryOut(back);
    assertThat(estate.flows.revisions).isEmpty();
    assertThat(ours()).isEmpty();
  }

  @Test
  void everyDomainOfAPlanIsAskedOnce() {
    // Given
    estate.wanted.put("entente-b", "goes");
    carryOut(plans().create(gateway, "test"));
    estate.wanted.clear();
    estate.wanted.put("entente-a", "comes");
    var plan = plans().create(gateway, "test");
    assertThat(plan.changeSets()).hasSize(3);
    estate.flows.askedForConvergence.clear();
    // When
    var applied = carryOut(plan);
    // Then
    assertThat(applied.status()).isEqualTo(PlanStatus.APPLIED);
    assertThat(estate.flows.askedForConvergence)
        .containsExactly(FlowDialect.STORE, FlowDialect.RUN);
    assertThat(estate.flows.deployed).isEqualTo(Map.of("entente-a", "1"));
    assertThat(List.copyOf(estate.flows.revisions.keySet())).containsExactly("entente-a");
  }

  private static io.entente.model.tree.Node text(NativeObject object) {
    return io.entente.hub.plan.ObjectCodec.write(object);
  }

  private SortedMap<ObjectKey, NativeObject> ours() {
    return transactions.call(connection -> lastApplied.of(connection, gateway));
  }

  private StoredPlan carryOut(StoredPlan plan) {
    plans().approve(plan.id(), plan.hash(), "test");
    return applies().apply(plan.id(), "test");
  }

  private PlanService plans() {
    return new PlanService(
        transactions,
        store,
        lastApplied,
        estate,
        conditions,
        journal,
        blobs,
        decided,
        turnedAway,
        audit,
        outbox);
  }

  private Recovery recovery() {
    return new Recovery(transactions, store, journal, lastApplied, estate, outbox);
  }

  private ApplyService applies() {
    return new ApplyService(
        transactions,
        plans(),
        store,
        journal,
        lastApplied,
        estate,
        lock,
        recovery(),
        new StaleCheck(plans(), estate),
        new ReadBack(estate, Duration.ofSeconds(5)),
        conditions,
        new PlanRuns(transactions, journal, lastApplied, estate, probe),
        audit,
        outbox);
  }
}
