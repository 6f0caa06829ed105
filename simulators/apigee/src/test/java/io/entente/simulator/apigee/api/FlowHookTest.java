package io.entente.simulator.apigee.api;

import static io.entente.simulator.apigee.harness.Client.ENV;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.FakePlane;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.Zips;
import io.entente.simulator.apigee.plane.HookPoint;
import io.entente.simulator.apigee.plane.RunningHook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlowHookTest {

  private static final String HOOK = ENV + "/flowhooks/PreProxyFlowHook";

  private final FakePlane plane = new FakePlane();
  private final Client client = Client.start(Options.defaults().withDataPlane(plane));

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void listsAllFourAlways() {
    // Then
    assertThat(client.get(ENV + "/flowhooks").texts("", ""))
        .containsExactlyInAnyOrder(
            "PreProxyFlowHook", "PreTargetFlowHook", "PostTargetFlowHook", "PostProxyFlowHook");
    Reply empty = client.get(HOOK);
    assertThat(empty.text("/flowHookPoint")).isEqualTo("PreProxyFlowHook");
    assertThat(empty.json().has("sharedFlow")).isFalse();
    assertThat(client.get(ENV + "/flowhooks/PreProxyFlowhook").status()).isEqualTo(400);
  }

  @Test
  void attachesContinuingOnErrorUnlessToldOtherwise() {
    // Given
    client.deployed("sharedflows", "f", Zips.flow("f", "A").zip());

    // When
    Reply attached = client.send("PUT", HOOK, "{\"sharedFlow\":\"f\"}");

    // Then
    assertThat(attached.at("/continueOnError").asBoolean()).isTrue();
    assertThat(plane.running("test").orElseThrow().hooks())
        .containsEntry(HookPoint.PRE_PROXY, new RunningHook("f", true));
    assertThat(client.get(ENV).at("/hasAttachedFlowHooks").asBoolean()).isTrue();
  }

  @Test
  void replacesOnPut() {
    // Given
    client.deployed("sharedflows", "f", Zips.flow("f", "A").zip());
    client.send("PUT", HOOK, "{\"sharedFlow\":\"f\",\"description\":\"theirs\"}");

    // When
    Reply replaced = client.send("PUT", HOOK, "{\"sharedFlow\":\"f\",\"continueOnError\":false}");

    // Then
    assertThat(replaced.at("/continueOnError").asBoolean()).isFalse();
    assertThat(client.get(HOOK).json().has("description")).isFalse();
  }

  @Test
  void detachesAndAnswersWhatWasAttached() {
    // Given
    client.deployed("sharedflows", "f", Zips.flow("f", "A").zip());
    client.send("PUT", HOOK, "{\"sharedFlow\":\"f\"}");

    // When
    Reply detached = client.delete(HOOK);

    // Then
    assertThat(detached.text("/sharedFlow")).isEqualTo("f");
    assertThat(client.get(HOOK).json().has("sharedFlow")).isFalse();
    assertThat(plane.running("test").orElseThrow().hooks()).isEmpty();
  }

  @Test
  void refusesAFlowThatIsNotDeployed() {
    // Given
    client.revisionOf("sharedflows", "f", Zips.flow("f", "A").zip());

    // When
    Reply reply = client.send("PUT", HOOK, "{\"sharedFlow\":\"f\"}");

    // Then
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("/error/status")).isEqualTo("FAILED_PRECONDITION");
    assertThat(client.send("PUT", HOOK, "{}").status()).isEqualTo(400);
  }

  @Test
  void keepsAnAttachedFlowDeployed() {
    // Given
    client.deployed("sharedflows", "f", Zips.flow("f", "A").zip());
    client.send("PUT", HOOK, "{\"sharedFlow\":\"f\"}");

    // When
    Reply refused = client.delete(Client.deployment("sharedflows", "f", "1"));
    client.delete(HOOK);
    Reply undeployed = client.delete(Client.deployment("sharedflows", "f", "1"));

    // Then
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/details/0/violations/0/type"))
        .isEqualTo("WOULD_BREAK_DEPENDENT");
    assertThat(undeployed.status()).isEqualTo(200);
  }
}
