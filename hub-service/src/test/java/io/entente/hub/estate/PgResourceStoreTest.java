package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.envoy.StoredResources;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PgResourceStoreTest {
  @Inject PgResourceStore store;

  @Test
  void readsBackWhateverWasPutLast() {
    // Given
    long seed = 20261121L;
    var random = new Random(seed);
    var gateway = new GatewayId("pg-random");
    assertThat(store.current(gateway)).isEqualTo(StoredResources.none());
    for (int version = 0; version < 20; version++) {
      var wanted = new TreeMap<ObjectKey, Node>();
      for (int i = random.nextInt(6); i > 0; i--) {
        wanted.put(
            new ObjectKey("cluster", "c" + random.nextInt(6)),
            Node.obj().with("v", Node.number(random.nextInt(3))));
      }
      // When
      var put = store.put(gateway, version, wanted);
      // Then
      assertThat(put).as("seed %d", seed).contains(new StoredResources(version + 1, wanted));
      assertThat(store.current(gateway)).as("seed %d", seed).isEqualTo(put.orElseThrow());
    }
  }

  @Test
  void refusesAPutOnAVersionThatMoved() {
    var gateway = new GatewayId("pg-cas");
    var one = new TreeMap<ObjectKey, Node>();
    one.put(new ObjectKey("cluster", "c"), Node.obj());
    assertThat(store.put(gateway, 0, one)).isPresent();

    assertThat(store.put(gateway, 0, new TreeMap<>())).isEmpty();
    assertThat(store.put(gateway, 7, new TreeMap<>())).isEmpty();
    assertThat(store.current(gateway)).isEqualTo(new StoredResources(1, one));
  }
}
