package io.entente.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.claim.ClaimScope;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.reconciliation.fixture.ApigeeBundle;
import io.entente.reconciliation.fixture.EnvoyRoutes;
import io.entente.reconciliation.fixture.KongDocument;
import io.entente.reconciliation.fixture.MemoryGateway;
import io.entente.reconciliation.fixture.SharedObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same diff, plan, drift and undo hold for three vendors' shared documents. */
class SharedObjectsTest {

  static Stream<SharedObject> vendors() {
    return Stream.of(new KongDocument(), new ApigeeBundle(), new EnvoyRoutes());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void adoptsEqualPartsWithoutAChange(SharedObject vendor) {
    // Given
    var gateway = applied(vendor);
    // When
    var plan = gateway.plan(MemoryGateway.set(vendor.ours()), MemoryGateway.set());
    // Then
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.differences()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void plansAChangeInsideClaimsAndTheNextPlanIsEmpty(SharedObject vendor) {
    // Given
    var gateway = applied(vendor);
    // When
    var plan =
        gateway.plan(MemoryGateway.set(vendor.oursChanged()), MemoryGateway.set(vendor.ours()));
    gateway.apply(plan.changeSets());
    var second =
        gateway.plan(
            MemoryGateway.set(vendor.oursChanged()), MemoryGateway.set(vendor.oursChanged()));
    // Then
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.drift()).isEmpty();
    assertThat(plan.differences())
        .extracting(Difference::kind)
        .contains(DifferenceKind.ADDED, DifferenceKind.REMOVED, DifferenceKind.CHANGED);
    assertThat(second.isEmpty()).isTrue();
    assertThat(second.differences()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void leavesForeignPartsByteForByteThroughApplyAndUndo(SharedObject vendor) {
    // Given
    var gateway = applied(vendor);
    Hash foreign = foreign(vendor, gateway);
    Content before = gateway.content(vendor.ours().key()).orElseThrow();
    var plan =
        gateway.plan(MemoryGateway.set(vendor.oursChanged()), MemoryGateway.set(vendor.ours()));
    // When
    gateway.apply(plan.changeSets());
    Hash afterApply = foreign(vendor, gateway);
    Content between = gateway.content(vendor.ours().key()).orElseThrow();
    var undo =
        Undo.plan(vendor.dialect(), gateway.profile(), plan.changeSets(), gateway.snapshot());
    gateway.apply(undo.draft().changeSets());
    // Then
    assertThat(between).isNotEqualTo(before);
    assertThat(afterApply).isEqualTo(foreign);
    assertThat(foreign(vendor, gateway)).isEqualTo(foreign);
    assertThat(canonical(vendor, gateway)).isEqualTo(canonical(vendor, before));
    assertThat(undo.ours().get(vendor.ours().key()).claims()).isEqualTo(vendor.ours().claims());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void undoOfTheFirstPlanLeavesTheObjectAsOthersMadeIt(SharedObject vendor) {
    // Given
    var gateway = new MemoryGateway(vendor.dialect(), vendor.theirs());
    var plan = gateway.plan(MemoryGateway.set(vendor.ours()), MemoryGateway.set());
    gateway.apply(plan.changeSets());
    // When
    var undo =
        Undo.plan(vendor.dialect(), gateway.profile(), plan.changeSets(), gateway.snapshot());
    gateway.apply(undo.draft().changeSets());
    // Then
    assertThat(canonical(vendor, gateway)).isEqualTo(canonical(vendor, vendor.theirs().content()));
    assertThat(undo.ours()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void removesFormerPartsAndKeepsTheForeignObject(SharedObject vendor) {
    // Given
    var gateway = applied(vendor);
    Hash foreign = foreign(vendor, gateway);
    // When
    var plan = gateway.plan(MemoryGateway.set(), MemoryGateway.set(vendor.ours()));
    gateway.apply(plan.changeSets());
    // Then
    assertThat(plan.differences())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.kind()).isEqualTo(DifferenceKind.REMOVED));
    assertThat(foreign(vendor, gateway)).isEqualTo(foreign);
    assertThat(
            ClaimScope.inside(gateway.content(vendor.ours().key()), vendor.ours().claims())
                .values())
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void doesNotReportForeignEditsOutsideClaims(SharedObject vendor) {
    // Given
    var gateway = applied(vendor);
    Content edited = vendor.editedOutside(gateway.content(vendor.ours().key()).orElseThrow());
    // When
    gateway.put(vendor.ours().key(), edited);
    var drift =
        DriftDetector.detect(
            vendor.dialect(), MemoryGateway.set(vendor.ours()), gateway.snapshot());
    var plan = gateway.plan(MemoryGateway.set(vendor.ours()), MemoryGateway.set(vendor.ours()));
    // Then
    assertThat(edited).isNotEqualTo(applied(vendor).content(vendor.ours().key()).orElseThrow());
    assertThat(drift).isEmpty();
    assertThat(plan.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void reportsForeignEditsInsideClaimsWithPathOldAndNew(SharedObject vendor) {
    // Given
    var gateway = applied(vendor);
    var edit = vendor.inside();
    var key = vendor.ours().key();
    var current = gateway.snapshot().objects().get(key);
    // When
    gateway.put(
        key,
        ClaimMerge.merge(
            Optional.of(current), vendor.ours().withContent(edit.edited()), Set.<Claim>of()));
    var drift =
        DriftDetector.detect(
            vendor.dialect(), MemoryGateway.set(vendor.ours()), gateway.snapshot());
    // Then
    assertThat(drift).hasSize(1);
    Drift found = drift.get(0);
    assertThat(found.path()).isEqualTo(edit.path());
    assertThat(found.kind()).isEqualTo(DriftKind.FOREIGN_EDIT);
    assertThat(found.was()).contains(edit.old());
    assertThat(found.is()).contains(edit.now());
    assertThat(found.sources()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void planShowsDriftSeparatelyAndHealsIt(SharedObject vendor) {
    // Given
    var gateway = applied(vendor);
    var key = vendor.ours().key();
    var current = gateway.snapshot().objects().get(key);
    gateway.put(
        key,
        ClaimMerge.merge(
            Optional.of(current),
            vendor.ours().withContent(vendor.inside().edited()),
            Set.<Claim>of()));
    // When
    var plan = gateway.plan(MemoryGateway.set(vendor.ours()), MemoryGateway.set(vendor.ours()));
    gateway.apply(plan.changeSets());
    // Then
    assertThat(plan.drift()).hasSize(1);
    assertThat(
            DriftDetector.detect(
                vendor.dialect(), MemoryGateway.set(vendor.ours()), gateway.snapshot()))
        .isEmpty();
  }

  private static MemoryGateway applied(SharedObject vendor) {
    var gateway = new MemoryGateway(vendor.dialect(), vendor.theirs());
    var plan = gateway.plan(MemoryGateway.set(vendor.ours()), MemoryGateway.set());
    assertThat(plan.refusals()).isEmpty();
    gateway.apply(plan.changeSets());
    return gateway;
  }

  /** What of the object was never ours, now or after the change. */
  private static Hash foreign(SharedObject vendor, MemoryGateway gateway) {
    NativeObject object = gateway.snapshot().objects().get(vendor.ours().key());
    Set<Claim> claims = ClaimScope.union(vendor.ours().claims(), vendor.oursChanged().claims());
    return ClaimScope.project(object.key(), object.content(), claims)
        .outside()
        .orElseThrow()
        .hash();
  }

  private static Hash canonical(SharedObject vendor, MemoryGateway gateway) {
    return canonical(vendor, gateway.content(vendor.ours().key()).orElseThrow());
  }

  private static Hash canonical(SharedObject vendor, Content content) {
    return vendor.dialect().canonicalise(vendor.ours().key(), content).hash();
  }
}
