package io.entente.simulator.kong.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KongStoreTest {

  private final KongStore store = new KongStore();

  @Test
  void keepsASnapshotThatWasTakenBeforeAChange() {
    // Given
    store.load(Map.of("services", List.of(entity("1", "orders"))));
    Configuration before = store.current();

    // When
    store.load(Map.of("services", List.of(entity("2", "payments"))));

    // Then
    assertThat(before.of("services")).containsOnlyKeys("1");
    assertThat(store.current().of("services")).containsOnlyKeys("1", "2");
    assertThat(store.version()).isEqualTo(2);
  }

  @Test
  void sharesCollectionsThatDidNotChange() {
    // Given
    store.load(Map.of("services", List.of(entity("1", "orders"))));
    Configuration before = store.current();

    // When
    store.load(Map.of("consumers", List.of(entity("3", "alice"))));

    // Then
    assertThat(store.current().of("services")).isSameAs(before.of("services"));
  }

  @Test
  void findsByUniqueFieldParentAndTagAndForgetsWhatWasReplaced() {
    // Given
    ObjectNode route = entity("1", "old");
    route.putObject("service").put("id", "s1");
    route.putArray("tags").add("a");
    store.load(Map.of("routes", List.of(route)));

    // When
    ObjectNode renamed = entity("1", "new");
    renamed.putObject("service").put("id", "s2");
    store.load(Map.of("routes", List.of(renamed)));

    // Then
    store.write(
        transaction -> {
          assertThat(transaction.findBy("routes", "name", "old")).isEmpty();
          assertThat(transaction.findBy("routes", "name", "new")).contains(renamed);
          assertThat(transaction.idsOfParent("routes", "service", "s1")).isEmpty();
          assertThat(transaction.idsOfParent("routes", "service", "s2")).containsExactly("1");
          assertThat(transaction.idsOfTag("routes", "a")).isEmpty();
          return true;
        });
  }

  @Test
  void doesNotCountAReadAsAChange() {
    // When
    store.write(transaction -> transaction.find("services", "1"));

    // Then
    assertThat(store.version()).isZero();
  }

  private static ObjectNode entity(String id, String name) {
    return JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
  }
}
