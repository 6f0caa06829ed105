package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SnapshotStoreTest {
  private static final Tenant TENANT = new Tenant("main");
  private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");
  private static final Problem GONE =
      Problem.vendor("GATEWAY_GONE", "It does not answer.", "gateway", "Start it.");

  @Inject SnapshotStore store;
  @Inject DataSource database;

  @Test
  void anUnchangedPollWritesOneRow() {
    // Given
    var gateway = new GatewayId("snap-same");
    int first = store.keep(TENANT, snapshot(gateway, BEGAN, 50_000, new Completeness.Complete()));
    // When
    Instant later = BEGAN.plusSeconds(60);
    int second = store.keep(TENANT, snapshot(gateway, later, 50_000, new Completeness.Complete()));
    // Then
    assertThat(first).isGreaterThan(600);
    assertThat(second).isEqualTo(1);
    assertThat(store.latest(TENANT, gateway).orElseThrow())
        .isEqualTo(snapshot(gateway, later, 50_000, new Completeness.Complete()));
  }

  @Test
  void storesOnlyTheContentThatIsNew() {
    var gateway = new GatewayId("snap-one");
    store.keep(TENANT, snapshot(gateway, BEGAN, 50, new Completeness.Complete()));

    int written = store.keep(TENANT, snapshot(gateway, BEGAN, 51, new Completeness.Complete()));

    assertThat(written).isEqualTo(1 + 1 + 51 + 1);
  }

  @Test
  void aPartTakesThePlaceOfItsKindsAndAnUnchangedOneWritesOneRow() {
    // Given
    var gateway = new GatewayId("snap-part");
    store.keep(TENANT, snapshot(gateway, BEGAN, 20, new Completeness.Complete()));
    var plugin = plugin("p1", "a");
    Instant later = BEGAN.plusSeconds(60);
    // When
    int first = store.keepPart(TENANT, part(gateway, later, plugin), Set.of("plugin"));
    int second = store.keepPart(TENANT, part(gateway, later, plugin), Set.of("plugin"));
    int third = store.keepPart(TENANT, part(gateway, later, plugin("p1", "b")), Set.of("plugin"));
    // Then
    assertThat(first).isGreaterThan(1);
    assertThat(second).isEqualTo(1);
    assertThat(third).isGreaterThan(1);
    var view = store.latest(TENANT, gateway).orElseThrow();
    assertThat(view.objects()).hasSize(21).containsValue(plugin("p1", "b"));
    assertThat(view.takenAt()).as("what the whole view shows at least").isEqualTo(BEGAN);
    assertThat(store.lastRead(TENANT, gateway).orElseThrow().beganAt()).isEqualTo(later);
    // When
    store.keepPart(TENANT, part(gateway, later), Set.of("plugin"));
    // Then
    assertThat(store.latest(TENANT, gateway).orElseThrow().objects()).hasSize(20);
  }

  @Test
  void aPartWithoutAViewIsNotShownAsOne() {
    var gateway = new GatewayId("snap-part-only");

    assertThat(store.keepPart(TENANT, part(gateway, BEGAN, plugin("p", "a")), Set.of("plugin")))
        .isZero();

    assertThat(store.latest(TENANT, gateway)).isEmpty();
  }

  @Test
  void oldPicturesAreForgottenAndTheViewStays() throws SQLException {
    // Given
    var gateway = new GatewayId("snap-old");
    // When
    for (int objects = 1; objects <= 25; objects++) {
      store.keep(TENANT, snapshot(gateway, BEGAN, objects, new Completeness.Complete()));
    }
    // Then
    assertThat(store.latest(TENANT, gateway).orElseThrow().objects()).hasSize(25);
    try (var connection = database.getConnection();
        var count =
            connection.prepareStatement("select count(*) from snapshot where gateway = ?")) {
      count.setString(1, gateway.value());
      var row = count.executeQuery();
      row.next();
      assertThat(row.getInt(1)).isEqualTo(10);
    }
  }

  @Test
  void aFailedOrPartialReadHidesNothingAndIsShown() {
    // Given
    var gateway = new GatewayId("snap-failed");
    var view = snapshot(gateway, BEGAN, 5, new Completeness.Complete());
    store.keep(TENANT, view);
    Instant later = BEGAN.plusSeconds(60);
    // When, Then
    store.keep(TENANT, snapshot(gateway, later, 1, new Completeness.Partial(GONE)));
    assertThat(store.latest(TENANT, gateway)).contains(view);
    assertThat(store.lastRead(TENANT, gateway).orElseThrow().outcome())
        .isEqualTo(LastRead.Outcome.PARTIAL);
    // When, Then
    store.keep(
        TENANT, snapshot(gateway, later, 0, new Completeness.Failed(FailureClass.TRANSIENT, GONE)));
    assertThat(store.latest(TENANT, gateway)).contains(view);
    var lastRead = store.lastRead(TENANT, gateway).orElseThrow();
    assertThat(lastRead.failure()).contains(FailureClass.TRANSIENT);
    assertThat(lastRead.why()).contains(GONE);
    assertThat(lastRead.viewTakenAt()).contains(BEGAN);
    // When, Then
    store.keep(TENANT, snapshot(gateway, later, 5, new Completeness.Complete()));
    assertThat(store.lastRead(TENANT, gateway).orElseThrow().why()).isEmpty();
  }

  @Test
  void aTenantSeesOnlyItsOwn() {
    var gateway = new GatewayId("snap-tenant");
    store.keep(TENANT, snapshot(gateway, BEGAN, 2, new Completeness.Complete()));

    assertThat(store.latest(new Tenant("other"), gateway)).isEmpty();
  }

  @Test
  void anEmptyGatewayIsAViewToo() {
    var gateway = new GatewayId("snap-empty");
    var empty = snapshot(gateway, BEGAN, 0, new Completeness.Complete());
    assertThat(store.latest(TENANT, gateway)).isEmpty();

    store.keep(TENANT, empty);

    assertThat(store.latest(TENANT, gateway)).contains(empty);
  }

  private static NativeObject plugin(String id, String value) {
    return NativeObject.foreign(
        new ObjectKey("plugin", id), new Content.Tree(Node.obj(Map.of("value", Node.text(value)))));
  }

  private static Snapshot part(GatewayId gateway, Instant at, NativeObject... objects) {
    var byKey = new TreeMap<ObjectKey, NativeObject>();
    for (NativeObject object : objects) {
      byKey.put(object.key(), object);
    }
    return new Snapshot(gateway, at, byKey, new Completeness.Complete());
  }

  private static Snapshot snapshot(
      GatewayId gateway, Instant at, int objects, Completeness completeness) {
    var byKey = new TreeMap<ObjectKey, NativeObject>();
    for (int i = 0; i < objects; i++) {
      var key = new ObjectKey("cluster", "c" + i);
      var content =
          new Content.Tree(
              Node.obj(
                  Map.of(
                      "name", Node.text(gateway + " " + i + " \u0000\ud800"),
                      "$odd", Node.number(i),
                      "key",
                          new Node.Secret(
                              new SecretRef("vault:a"), new Fingerprint("0".repeat(64))))));
      byKey.put(key, NativeObject.foreign(key, content));
    }
    return new Snapshot(gateway, at, byKey, completeness);
  }
}
