package io.entente.simulator.apigee.api;

import static io.entente.simulator.apigee.harness.Client.ENV;
import static io.entente.simulator.apigee.harness.Client.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.EnvironmentSpec;
import io.entente.simulator.apigee.EnvironmentType;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.OrganizationSpec;
import io.entente.simulator.apigee.RuntimeType;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.FakePlane;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  @Test
  void tellsWhatOrganizationAndEnvironmentAre() {
    try (Client client = Client.start()) {
      // Then
      assertThat(client.get("/v1/organizations").texts("/organizations", "organization"))
          .containsExactly("acme");
      assertThat(client.get(ORG).text("/runtimeType")).isEqualTo("CLOUD");
      assertThat(client.get(ENV).text("/type")).isEqualTo("COMPREHENSIVE");
      assertThat(client.get(ENV).json().has("hasAttachedFlowHooks")).isFalse();
      assertThat(client.get(ENV + "/addonsConfig").at("/analyticsConfig/enabled").asBoolean())
          .isTrue();
      assertThat(client.get(ENV + "/debugmask").status()).isEqualTo(200);
      assertThat(client.get(ENV + "/traceConfig").text("/samplingConfig/sampler")).isEqualTo("OFF");
      assertThat(client.get(ORG + "/environments/gone").status()).isEqualTo(404);
      assertThat(client.get(ORG + "/operations/gone").status()).isEqualTo(404);
    }
  }

  @Test
  void hybridHasNoEnvironmentTypes() {
    // Given
    OrganizationSpec hybrid =
        OrganizationSpec.of("acme", "test").withRuntimeType(RuntimeType.HYBRID);
    try (Client client = Client.start(Options.defaults().withOrganizations(hybrid))) {
      // Then
      assertThat(client.get(ORG).text("/runtimeType")).isEqualTo("HYBRID");
      assertThat(client.get(ENV).json().has("type")).isFalse();
    }
  }

  @Test
  void tellsThatAnalyticsIsNotBought() {
    // Given
    OrganizationSpec spec =
        OrganizationSpec.of("acme", "test")
            .withEnvironments(new EnvironmentSpec("test", EnvironmentType.BASE, false));
    try (Client client = Client.start(Options.defaults().withOrganizations(spec))) {
      // Then
      assertThat(client.get(ENV + "/addonsConfig").at("/analyticsConfig/enabled").asBoolean())
          .isFalse();
    }
  }

  @Test
  void keepsTargetServersAndTellsTheDataPlane() {
    // Given
    FakePlane plane = new FakePlane();
    try (Client client = Client.start(Options.defaults().withDataPlane(plane))) {
      // When
      client.send(
          "POST", ENV + "/targetservers", "{\"name\":\"t\",\"host\":\"127.0.0.1\",\"port\":8080}");
      Reply again =
          client.send("POST", ENV + "/targetservers", "{\"name\":\"t\",\"host\":\"h\",\"port\":1}");
      client.send(
          "PUT",
          ENV + "/targetservers/t",
          "{\"name\":\"t\",\"host\":\"127.0.0.1\",\"port\":9090,\"isEnabled\":false}");

      // Then
      assertThat(again.status()).isEqualTo(409);
      assertThat(client.get(ENV + "/targetservers").texts("", "")).containsExactly("t");
      assertThat(plane.running("test").orElseThrow().targets())
          .singleElement()
          .satisfies(
              target -> {
                assertThat(target.port()).isEqualTo(9090);
                assertThat(target.enabled()).isFalse();
              });
      assertThat(client.delete(ENV + "/targetservers/t").status()).isEqualTo(200);
      assertThat(plane.running("test").orElseThrow().targets()).isEmpty();
    }
  }

  @Test
  void keepsNamesOfMapsAndResourceFiles() {
    try (Client client = Client.start()) {
      // When
      client.send("POST", ENV + "/keyvaluemaps", "{\"name\":\"m\",\"encrypted\":true}");
      client.send("POST", ORG + "/keyvaluemaps", "{\"name\":\"o\",\"encrypted\":true}");
      client.send(
          "POST",
          ENV + "/resourcefiles?type=jsc&name=a.js",
          Map.of("Content-Type", "application/octet-stream"),
          "var a;".getBytes(StandardCharsets.UTF_8));

      // Then
      assertThat(client.get(ENV + "/keyvaluemaps").texts("", "")).containsExactly("m");
      assertThat(client.get(ORG + "/keyvaluemaps").texts("", "")).containsExactly("o");
      assertThat(client.get(ENV + "/resourcefiles").texts("/resourceFile", "name"))
          .containsExactly("a.js");
      assertThat(client.get(ENV + "/resourcefiles/xsl").json().isEmpty()).isTrue();
      assertThat(client.get(ENV + "/resourcefiles/jsc/a.js").body())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("var a;");
    }
  }

  @Test
  void replacesProductsOnPut() {
    try (Client client = Client.start()) {
      // Given
      client.send(
          "POST", ORG + "/apiproducts", "{\"name\":\"p\",\"displayName\":\"P\",\"quota\":\"5\"}");

      // When
      Reply reply = client.send("PUT", ORG + "/apiproducts/p", "{\"name\":\"p\"}");

      // Then
      assertThat(reply.json().has("quota")).isFalse();
      assertThat(client.send("POST", ORG + "/apiproducts", "{\"name\":\"p\"}").status())
          .isEqualTo(409);
      assertThat(client.delete(ORG + "/apiproducts/p").status()).isEqualTo(200);
      assertThat(client.get(ORG + "/apiproducts/p").status()).isEqualTo(404);
    }
  }

  @Test
  void changesHostNamesInALongRunningOperation() {
    // Given
    FakePlane plane = new FakePlane();
    SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));
    Options options =
        Options.defaults()
            .withClock(clock)
            .withDelays(Duration.ofMinutes(1), Duration.ZERO)
            .withDataPlane(plane);
    try (Client client = Client.start(options)) {
      // When
      Reply started =
          client.send(
              "PATCH", ORG + "/envgroups/default?updateMask=hostnames", "{\"hostnames\":[\"h\"]}");
      String operation = "/v1/" + started.text("/name");
      Reply early = client.get(operation);
      clock.forward(Duration.ofMinutes(1));
      Reply late = client.get(operation);

      // Then
      assertThat(early.json().has("done")).isFalse();
      assertThat(late.at("/done").asBoolean()).isTrue();
      assertThat(late.texts("/response/hostnames", "")).containsExactly("h");
      assertThat(client.get(ORG + "/operations").at("/operations")).hasSize(1);
      assertThat(plane.running("test").orElseThrow().hostnames()).containsExactly("h");
    }
  }
}
