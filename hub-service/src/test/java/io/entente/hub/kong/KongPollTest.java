package io.entente.hub.kong;

import static io.entente.hub.test.PlanRoad.documents;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.estate.Inventory;
import io.entente.hub.estate.SnapshotStore;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.nativeobject.ObjectKey;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the schedule asks of a Kong, and how fast. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class KongPollTest {
  private static final Tenant TENANT = new Tenant("main");

  @Inject Inventory inventory;
  @Inject SnapshotStore snapshots;
  @Inject Scheduler schedule;

  /** The hub's own polls would be counted with ours. */
  @BeforeEach
  void onlyThisTestPolls() {
    schedule.pause();
  }

  @AfterEach
  void theHubPollsAgain() {
    schedule.resume();
  }

  @Test
  void aPollReadsPluginsOnlyAndAFullOneEverythingAtNoMoreThanFiveASecond() throws Exception {
    try (var kong = TeamKong.start();
        var front = new CountingFront(kong.admin())) {
      // Given
      var gateway = new GatewayId("kong-poll");
      documents(kong.documents("kong-poll").replace(kong.admin(), front.address()));
      // When
      assertThat(inventory.poll(gateway, true)).isTrue();
      // Then
      var full = paths(front);
      assertThat(full).contains("/plugins", "/services", "/routes", "/consumers", "/upstreams");
      assertThat(rate(front)).as("requests a second").isLessThanOrEqualTo(6.0);
      // When
      kong.put("services/later", "{\"url\": \"http://127.0.0.1:9\"}");
      kong.put(
          "services/orders/plugins/7c1f3f54-8e6d-4c0e-9a27-3a8d5c2b1e90", "{\"name\": \"cors\"}");
      front.forget();
      assertThat(inventory.poll(gateway, false)).isTrue();
      // Then
      assertThat(paths(front)).contains("/plugins").doesNotContain("/services", "/consumers");
      var view = snapshots.latest(TENANT, gateway).orElseThrow().objects().keySet();
      assertThat(view)
          .contains(new ObjectKey("plugins", "7c1f3f54-8e6d-4c0e-9a27-3a8d5c2b1e90"))
          .filteredOn(key -> key.kind().equals("services"))
          .as("services wait for the full poll")
          .hasSize(1);
    }
  }

  private static Set<String> paths(CountingFront front) {
    var paths = new TreeSet<String>();
    front.seen().forEach(seen -> paths.add(seen.path()));
    return paths;
  }

  private static double rate(CountingFront front) {
    var seen = front.seen();
    long nanos = seen.get(seen.size() - 1).atNanos() - seen.get(0).atNanos();
    return (seen.size() - 1) * 1e9 / nanos;
  }
}
