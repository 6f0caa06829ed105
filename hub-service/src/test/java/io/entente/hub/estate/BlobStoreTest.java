package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.model.estate.Completeness;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.ProblemException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class BlobStoreTest {
  private static final Tenant TENANT = new Tenant("main");

  @Inject BlobStore store;
  @Inject BlobSweep sweep;
  @Inject SnapshotStore snapshots;
  @Inject AgroalDataSource database;

  @Test
  void givesBackTheBytesThatWereKeptHoweverOften() {
    // Given
    var random = new Random(7);
    var blobs = new ArrayList<Blob>();
    for (int size : List.of(0, 1, 4096, 3 << 20, 6 << 20)) {
      byte[] bytes = new byte[size];
      random.nextBytes(bytes);
      blobs.add(Blob.of(bytes));
    }
    // When
    store.keep(blobs);
    store.keep(blobs);
    // Then
    for (Blob blob : blobs) {
      assertThat(store.get(blob.hash()).orElseThrow().bytes()).isEqualTo(blob.bytes());
    }
    assertThat(store.get(Blob.ofText("never kept").hash())).isEmpty();
  }

  @Test
  void refusesAFileThatIsTooLargeAndKeepsNothingOfThatCall() {
    // Given
    var small = Blob.ofText("beside a large one");
    var large = Blob.of(new byte[BlobStore.LARGEST + 1]);
    // When, Then
    assertThatThrownBy(() -> store.keep(List.of(small, large)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("16777217");
    assertThat(store.get(small.hash())).isEmpty();
  }

  @Test
  void saysThatStoredBytesAreDamagedInsteadOfGivingThemOut() throws SQLException {
    // Given
    var blob = Blob.ofText("to be damaged");
    store.keep(List.of(blob));
    run("update blob set bytes = 'other'::bytea where hash = '" + blob.hash().hex() + "'");
    // When, Then
    assertThatThrownBy(() -> store.get(blob.hash()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("another hash");
    run("delete from blob where hash = '" + blob.hash().hex() + "'");
  }

  @Test
  void forgetsOnlyWhatIsOldAndNamedByNothing() throws SQLException {
    // Given
    var named = Blob.ofText("named by a snapshot");
    var applied = Blob.ofText("named by what was applied");
    var orphan = Blob.ofText("named by nothing");
    var again = Blob.ofText("named by nothing, but kept again");
    store.keep(List.of(named, applied, orphan, again));
    var key = new ObjectKey("apis", "swept");
    var content = new Content.Files(new TreeMap<>(Map.of("apiproxy/policies/p.xml", named.hash())));
    var objects = new TreeMap<ObjectKey, NativeObject>();
    objects.put(key, NativeObject.foreign(key, content));
    snapshots.keep(
        TENANT,
        new Snapshot(
            new GatewayId("blob-sweep"), Instant.now(), objects, new Completeness.Complete()));
    run(
        "insert into last_applied (tenant, gateway, kind, native_id, object) values"
            + " ('main', 'blob-sweep', 'apis', 'swept', '{\"f\":\""
            + applied.hash().hex()
            + "\"}')");
    // When: all of it is young
    sweep.sweep(Instant.now());
    // Then
    assertThat(store.get(orphan.hash())).isPresent();
    // When: all of it is old, and one is kept again
    run("update blob set kept_at = kept_at - interval '2 days'");
    store.keep(List.of(again));
    int gone = sweep.sweep(Instant.now());
    // Then
    assertThat(gone).isPositive();
    assertThat(store.get(orphan.hash())).isEmpty();
    for (Blob kept : List.of(named, applied, again)) {
      assertThat(store.get(kept.hash())).contains(kept);
    }
    assertThat(BlobSweep.GRACE).isGreaterThan(Duration.ofHours(12));
    run("delete from last_applied where gateway = 'blob-sweep'");
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
