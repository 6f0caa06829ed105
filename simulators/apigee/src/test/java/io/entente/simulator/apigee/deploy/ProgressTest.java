package io.entente.simulator.apigee.deploy;

import static io.entente.simulator.apigee.harness.Client.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.simulator.apigee.EnvironmentSpec;
import io.entente.simulator.apigee.EnvironmentType;
import io.entente.simulator.apigee.InstanceSpec;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.OrganizationSpec;
import io.entente.simulator.apigee.RuntimeType;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.FakePlane;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.Zips;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final OrganizationSpec TWO_REGIONS =
      OrganizationSpec.of("acme", "test")
          .withInstances(
              new InstanceSpec("eu1", "europe-west1", List.of("test")),
              new InstanceSpec("us1", "us-east1", List.of("test")));

  private final FakePlane plane = new FakePlane();
  private final byte[] zip = Zips.proxy("p", "/p").zip();

  @Test
  void progressesInstanceByInstanceUntilItIsReady() {
    // Given
    Options options =
        Options.defaults()
            .withOrganizations(TWO_REGIONS)
            .withDelays(Duration.ofMillis(1500), Duration.ZERO)
            .withDataPlane(plane);
    try (Client client = Client.start(options)) {
      // When
      client.deployed("apis", "p", zip);
      Reply early = client.get(deployment("apis", "p", "1"));

      // Then
      assertThat(early.text("/state")).isEqualTo("PROGRESSING");
      assertThat(early.at("/instances/1").has("deployedRevisions")).isFalse();
      assertThat(plane.proxies("test")).isEmpty();
      await()
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                Reply now = client.get(deployment("apis", "p", "1"));
                return now.at("/instances/0").has("deployedRevisions")
                    && !now.at("/instances/1").has("deployedRevisions");
              });
      await().until(() -> client.get(deployment("apis", "p", "1")).text("/state").equals("READY"));
      assertThat(client.get(deployment("apis", "p", "1")).texts("/instances", "instance"))
          .containsExactly("eu1", "us1");
      assertThat(plane.proxies("test")).containsExactly("p@1");
    }
  }

  @Test
  void keepsTheRevisionBeforeRunningMeanwhile() {
    // Given
    try (Client client = Client.start(Options.defaults().withDataPlane(plane))) {
      client.deployed("apis", "p", zip);
      client.simulator().deploymentDelay(Duration.ofMinutes(5));

      // When
      client.deployed("apis", "p", zip);

      // Then
      Reply shown = client.get(deployment("apis", "p", "2"));
      assertThat(shown.text("/state")).isEqualTo("PROGRESSING");
      assertThat(shown.text("/instances/0/deployedRevisions/0/revision")).isEqualTo("1");
      assertThat(plane.proxies("test")).containsExactly("p@1");
    }
  }

  @Test
  void refusesExtensibleRevisionsInABaseEnvironment() {
    // Given
    OrganizationSpec base =
        OrganizationSpec.of("acme", "test")
            .withEnvironments(new EnvironmentSpec("test", EnvironmentType.BASE, true));
    byte[] quota =
        Zips.proxy("p", "/p").with("apiproxy/policies/q.xml", "<Quota name=\"q\"/>").zip();
    try (Client client = Client.start(Options.defaults().withOrganizations(base))) {
      client.revisionOf("apis", "p", zip);
      client.revisionOf("apis", "p", quota);
      client.revisionOf("sharedflows", "f", Zips.flow("f", "A").zip());

      // Then
      assertThat(client.deploy("apis", "p", "1", "").status()).isEqualTo(200);
      assertThat(type(client.deploy("apis", "p", "2", "?override=true")))
          .isEqualTo("INVALID_DESTINATION_ENVIRONMENT");
      assertThat(type(client.deploy("sharedflows", "f", "1", "")))
          .isEqualTo("INVALID_DESTINATION_ENVIRONMENT");
    }
  }

  @Test
  void takesSharedFlowsInHybridEnvironments() {
    // Given
    OrganizationSpec hybrid =
        OrganizationSpec.of("acme", "test")
            .withRuntimeType(RuntimeType.HYBRID)
            .withEnvironments(new EnvironmentSpec("test", EnvironmentType.BASE, true));
    try (Client client = Client.start(Options.defaults().withOrganizations(hybrid))) {
      // Then
      assertThat(client.deployed("sharedflows", "f", Zips.flow("f", "A").zip())).isEqualTo("1");
    }
  }

  private static String type(Reply reply) {
    return reply.text("/error/details/0/violations/0/type");
  }
}
