package io.entente.simulator.apigee.deploy;

import static io.entente.simulator.apigee.harness.Client.ENV;
import static io.entente.simulator.apigee.harness.Client.ORG;
import static io.entente.simulator.apigee.harness.Client.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.OrganizationSpec;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.FakePlane;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.Zips;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeploymentTest {

  private final FakePlane plane = new FakePlane();
  private final Client client =
      Client.start(
          Options.defaults()
              .withOrganizations(OrganizationSpec.of("acme", "test", "prod"))
              .withDataPlane(plane));
  private final byte[] zip = Zips.proxy("p", "/p").zip();

  @AfterEach
  void stop() {
    client.close();
    assertThat(plane.isClosed()).isTrue();
  }

  @Test
  void tellsTheDataPlaneItsHostNamesFromTheStart() {
    // When
    client.get(ORG);

    // Then
    assertThat(plane.running("prod").orElseThrow().hostnames()).containsExactly("api.acme.test");
  }

  @Test
  void runsWhatIsDeployed() {
    // Given
    client.revisionOf("apis", "p", zip);

    // When
    Reply deployed = client.deploy("apis", "p", "1", "?serviceAccount=a@b.iam.gserviceaccount.com");

    // Then
    assertThat(deployed.json().has("state")).isFalse();
    Reply shown = client.get(deployment("apis", "p", "1"));
    assertThat(shown.text("/state")).isEqualTo("READY");
    assertThat(shown.text("/serviceAccount"))
        .isEqualTo("projects/-/serviceAccounts/a@b.iam.gserviceaccount.com");
    assertThat(shown.text("/instances/0/deployedRevisions/0/revision")).isEqualTo("1");
    assertThat(shown.text("/instances/0/deployedRoutes/0/basepath")).isEqualTo("/p");
    assertThat(plane.proxies("test")).containsExactly("p@1");
    assertThat(plane.running("test").orElseThrow().hostnames()).containsExactly("api.acme.test");
  }

  @Test
  void refusesToReplaceWithoutOverride() {
    // Given
    client.deployed("apis", "p", zip);
    client.revisionOf("apis", "p", zip);

    // When
    Reply refused = client.deploy("apis", "p", "2", "");
    Reply replaced = client.deploy("apis", "p", "2", "?override=true");

    // Then
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/status")).isEqualTo("FAILED_PRECONDITION");
    assertThat(refused.text("/error/details/0/violations/0/type"))
        .isEqualTo("CONFLICTING_DEPLOYMENT");
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(client.get(deployment("apis", "p", "1")).status()).isEqualTo(404);
    assertThat(plane.proxies("test")).containsExactly("p@2");
  }

  @Test
  void refusesABasePathAnotherProxyOfTheEnvironmentHas() {
    // Given
    client.deployed("apis", "p", zip);
    client.revisionOf("apis", "q", zip);

    // When
    Reply refused = client.deploy("apis", "q", "1", "?override=true");

    // Then
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/message")).isEqualTo("deployment validations failed");
    assertThat(refused.text("/error/details/0/violations/0/subject"))
        .isEqualTo("organizations/acme/apis/p/revisions/1");
    assertThat(refused.text("/error/details/0/violations/0/description"))
        .contains("conflicting base paths: [/p]");
  }

  @Test
  void showsARouteConflictWithAnotherEnvironmentOfTheGroup() {
    // Given
    client.deployed("apis", "p", zip);
    client.revisionOf("apis", "q", zip);
    String inProd = ORG + "/environments/prod/apis/q/revisions/1/deployments";

    // When
    Reply report = client.send("POST", inProd + ":generateDeployChangeReport", "");
    client.send("POST", inProd, "");
    Reply shown = client.get(inProd);

    // Then
    assertThat(report.text("/routingConflicts/0/conflictingDeployment/apiProxy")).isEqualTo("p");
    assertThat(shown.text("/state")).isEqualTo("READY");
    assertThat(shown.text("/routeConflicts/0/conflictingDeployment/environment")).isEqualTo("test");
    assertThat(client.get(deployment("apis", "p", "1")).json().has("routeConflicts")).isFalse();
  }

  @Test
  void reportsWhatADeploymentWouldDoWithoutDoingIt() {
    // Given
    client.deployed("apis", "p", zip);
    client.revisionOf("apis", "p", zip);
    String report = deployment("apis", "p", "2") + ":generateDeployChangeReport";

    // When
    Reply conflict = client.send("POST", report, "");
    Reply clean = client.send("POST", report + "?override=true", "");

    // Then
    assertThat(conflict.text("/validationErrors/violations/0/type"))
        .isEqualTo("CONFLICTING_DEPLOYMENT");
    assertThat(clean.json().isEmpty()).isTrue();
    assertThat(plane.proxies("test")).containsExactly("p@1");
  }

  @Test
  void failsWhenTheDataPlaneCannotRunIt() {
    // Given
    client.deployed("apis", "p", zip);

    // When
    client.deployed(
        "apis", "p", Zips.proxy("p", "/p").with("apiproxy/resources/jsc/broken.js", "(").zip());

    // Then
    Reply shown = client.get(deployment("apis", "p", "2"));
    assertThat(shown.text("/state")).isEqualTo("ERROR");
    assertThat(shown.text("/errors/0/message")).contains("broken.js cannot be compiled");
    assertThat(shown.text("/instances/0/deployedRevisions/0/revision")).isEqualTo("1");
    assertThat(plane.proxies("test")).containsExactly("p@1");
  }

  @Test
  void failsWhenAFlowItCallsIsNotDeployed() {
    // When
    client.deployed("apis", "p", Zips.proxy("p", "/p").calling("common").zip());

    // Then
    Reply shown = client.get(deployment("apis", "p", "1"));
    assertThat(shown.text("/state")).isEqualTo("ERROR");
    assertThat(shown.text("/errors/0/message")).contains("\"common\"");
    assertThat(plane.proxies("test")).isEmpty();
  }

  @Test
  void keepsAFlowDeployedThatIsCalled() {
    // Given
    client.deployed("sharedflows", "common", Zips.flow("common", "A").zip());
    client.deployed("apis", "p", Zips.proxy("p", "/p").calling("common").zip());

    // When
    Reply refused = client.delete(deployment("sharedflows", "common", "1"));

    // Then
    assertThat(client.get(deployment("apis", "p", "1")).text("/state")).isEqualTo("READY");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/message")).isEqualTo("undeployment validations failed");
  }

  @Test
  void undeploys() {
    // Given
    client.deployed("apis", "p", zip);

    // When
    Reply undeployed = client.delete(deployment("apis", "p", "1"));

    // Then
    assertThat(undeployed.json().isEmpty()).isTrue();
    assertThat(plane.proxies("test")).isEmpty();
    assertThat(client.delete(deployment("apis", "p", "1")).status()).isEqualTo(404);
  }

  @Test
  void listsDeploymentsOfProxiesOrFlows() {
    // Given
    client.deployed("apis", "p", zip);
    client.deployed("sharedflows", "f", Zips.flow("f", "A").zip());

    // Then
    assertThat(client.get(ENV + "/deployments").texts("/deployments", "apiProxy"))
        .containsExactly("p");
    assertThat(client.get(ENV + "/deployments?sharedFlows=true").texts("/deployments", "apiProxy"))
        .containsExactly("f");
    assertThat(client.get(ORG + "/apis/p/deployments").texts("/deployments", "environment"))
        .containsExactly("test");
    assertThat(client.get(ORG + "/sharedflows/f/revisions/1/deployments").at("/deployments"))
        .hasSize(1);
    assertThat(client.get(ORG + "/environments/prod/deployments").json().isEmpty()).isTrue();
  }
}
