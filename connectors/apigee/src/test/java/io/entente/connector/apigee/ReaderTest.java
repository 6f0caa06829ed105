package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.ReadScope;
import io.entente.model.estate.Completeness;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.simulator.apigee.EnvironmentSpec;
import io.entente.simulator.apigee.EnvironmentType;
import io.entente.simulator.apigee.GroupSpec;
import io.entente.simulator.apigee.InstanceSpec;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.OrganizationSpec;
import io.entente.simulator.apigee.RuntimeType;
import io.entente.simulator.apigee.fault.Effect;
import io.entente.simulator.apigee.fault.Fault;
import io.entente.simulator.apigee.fault.Match;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is read, what is not downloaded twice, and what is said when something stays hidden. */
class ReaderTest {

  @Test
  void readsEveryKindOfObject() {
    try (var apigee = estate()) {
      // When
      var seen = Reads.snapshot(apigee.connector());
      // Then
      assertThat(seen.complete()).isTrue();
      assertThat(seen.objects().keySet())
          .extracting(ObjectKey::kind)
          .contains(
              ApigeeKinds.ORGANIZATIONS,
              ApigeeKinds.ENVIRONMENTS,
              ApigeeKinds.ENVGROUPS,
              ApigeeKinds.TARGETSERVERS,
              ApigeeKinds.APIPRODUCTS,
              ApigeeKinds.DEVELOPERS,
              ApigeeKinds.APIS,
              ApigeeKinds.API_METADATA,
              ApigeeKinds.PROXY_ENDPOINTS,
              ApigeeKinds.SHAREDFLOWS,
              ApigeeKinds.SHAREDFLOW_METADATA,
              ApigeeKinds.SHAREDFLOW_DEPLOYMENTS,
              ApigeeKinds.FLOWHOOKS);
      assertThat(seen.objects().keySet())
          .contains(new ObjectKey(ApigeeKinds.PROXY_ENDPOINTS, "orders/default"));
      assertThat(seen.objects().keySet().stream().filter(k -> k.kind().equals("flowhooks")))
          .hasSize(4);
      var group = seen.objects().get(new ObjectKey(ApigeeKinds.ENVGROUPS, "default"));
      assertThat(group.content().toString()).contains("api.acme.test", "test");
    }
  }

  @Test
  void aDraftIsAFactAndNotAProxyThatRuns() {
    try (var apigee = estate()) {
      // Given
      apigee.byHand(
          api ->
              api.proxies().create("draft", DeterministicZip.of(TestBundles.proxy("draft", "v1"))));
      // When
      var seen = Reads.snapshot(apigee.connector()).objects();
      // Then
      assertThat(seen).doesNotContainKey(new ObjectKey(ApigeeKinds.APIS, "draft"));
      assertThat(seen).containsKey(new ObjectKey(ApigeeKinds.API_METADATA, "draft"));
    }
  }

  @Test
  void filesAreKeptAndABundleIsDownloadedOnce() {
    try (var apigee = estate()) {
      // Given
      var first = Reads.snapshot(apigee.connector());
      var files =
          (Content.Files) first.objects().get(new ObjectKey(ApigeeKinds.APIS, "orders")).content();
      apigee.faults(
          Fault.always(
              new Match("GET", "/v1/organizations/acme/apis/*/revisions/*"),
              new Effect.Status(403, Optional.empty())));
      // When
      var second = Reads.snapshot(apigee.connector());
      // Then
      assertThat(second.complete()).isTrue();
      assertThat(second.objects()).isEqualTo(first.objects());
      assertThat(files.entries().values()).allMatch(hash -> apigee.blobs().get(hash).isPresent());
    }
  }

  @Test
  void aProxyMadeAnewUnderTheSameNameIsNotTakenForTheFormerOne() {
    try (var apigee = estate()) {
      // Given
      var key = new ObjectKey(ApigeeKinds.APIS, "orders");
      var before = Reads.snapshot(apigee.connector()).objects().get(key);
      apigee.byHand(
          api -> {
            api.proxies().undeploy("orders", "1");
            api.proxies().delete("orders");
            return key;
          });
      apigee.deployProxy("orders", TestBundles.proxy("orders", "another"));
      // When
      var after = Reads.snapshot(apigee.connector()).objects().get(key);
      // Then
      assertThat(after.content()).isNotEqualTo(before.content());
    }
  }

  @Test
  void aDeployedProxyThatIsKeptFromUsMakesTheReadPartial() {
    try (var apigee = estate()) {
      // Given: a list that is not whole, as under spaces, and an object that is not shown
      apigee.faults(
          Fault.always(new Match("GET", "/v1/organizations/acme/apis"), new Effect.CutList()),
          Fault.always(
              new Match("GET", "/v1/organizations/acme/apis/*"),
              new Effect.Status(404, Optional.empty())));
      // When
      var seen = Reads.snapshot(apigee.connector());
      // Then
      assertThat(seen.completeness())
          .isInstanceOfSatisfying(
              Completeness.Partial.class,
              partial -> assertThat(partial.why().message()).contains("space"));
    }
  }

  @Test
  void oneFailedPartIsNeverAWholeRead() {
    for (String path :
        List.of(
            "/v1/organizations/acme",
            "/v1/organizations/acme/apps",
            "/v1/organizations/acme/apis/orders/revisions/1",
            "/v1/organizations/acme/environments/test/flowhooks/PostTargetFlowHook",
            "/v1/organizations/acme/environments/test/targetservers/backend",
            "/v1/organizations/acme/envgroups/default/attachments")) {
      try (var apigee = estate()) {
        // Given
        apigee.faults(
            Fault.always(new Match("GET", path), new Effect.Status(403, Optional.empty())));
        // When
        var seen = Reads.snapshot(apigee.connector());
        // Then
        assertThat(seen.completeness()).as(path).isInstanceOf(Completeness.Partial.class);
      }
    }
  }

  @Test
  void onlyTheKindsAskedForAreRead() {
    try (var apigee = estate()) {
      // When
      var seen =
          Reads.snapshot(apigee.connector(), new ReadScope.Kinds(Set.of(ApigeeKinds.API_METADATA)));
      // Then
      assertThat(seen.objects().keySet())
          .containsExactly(new ObjectKey(ApigeeKinds.API_METADATA, "orders"));
    }
  }

  @Test
  void aBundleNobodyUnderstandsIsShownAsItIs() {
    try (var apigee = estate()) {
      // Given: markup that is well-formed for Apigee and has a document type
      var files = new TreeMap<>(TestBundles.proxy("odd", "v1"));
      files.put(
          "apiproxy/proxies/default.xml",
          Blob.ofText(
              "<!DOCTYPE ProxyEndpoint><ProxyEndpoint name=\"default\"><HTTPProxyConnection>"
                  + "<BasePath>/odd</BasePath></HTTPProxyConnection><RouteRule name=\"none\"/>"
                  + "</ProxyEndpoint>"));
      try {
        apigee.deployProxy("odd", files);
      } catch (IllegalStateException refusedByTheSimulator) {
        return;
      }
      // When
      var seen = Reads.snapshot(apigee.connector());
      // Then
      assertThat(seen.complete()).isTrue();
      assertThat(
              seen.objects()
                  .get(new ObjectKey(ApigeeKinds.API_METADATA, "odd"))
                  .content()
                  .toString())
          .contains("notUnderstood");
    }
  }

  @Test
  void describesWhatTheEnvironmentIs() {
    var base = new EnvironmentSpec("test", EnvironmentType.BASE, false);
    var spec =
        OrganizationSpec.of("acme", "test")
            .withEnvironments(base)
            .withGroups(new GroupSpec("default", List.of("a.test"), List.of("test")))
            .withInstances(
                new InstanceSpec("eu1", "europe-west1", List.of("test")),
                new InstanceSpec("eu2", "europe-west2", List.of("test")));
    try (var large = new SimulatedApigee();
        var small =
            new SimulatedApigee(Options.defaults().withOrganizations(spec), new TreeMap<>());
        var hybrid =
            new SimulatedApigee(
                Options.defaults().withOrganizations(spec.withRuntimeType(RuntimeType.HYBRID)),
                new TreeMap<>())) {
      // When
      var one = large.connector().describe();
      var other = small.connector().describe();
      // Then
      assertThat(one.edition()).isEqualTo("x");
      assertThat(one.capabilities()).containsExactly("analytics", "extensible", "flow-hooks");
      assertThat(one.settings())
          .containsEntry("organization", "acme")
          .containsEntry("environment", "test")
          .containsEntry("environment.type", "COMPREHENSIVE");
      assertThat(hybrid.connector().describe().edition()).isEqualTo("hybrid");
      assertThat(other.nodes()).isEqualTo(2);
      assertThat(other.capabilities()).containsExactly("flow-hooks");
    }
  }

  private static SimulatedApigee estate() {
    var apigee = new SimulatedApigee();
    apigee.deployFlow("team-auth", TestBundles.flow("team-auth", "v1"));
    apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
    apigee.post("apiproducts", "{\"name\":\"gold\",\"displayName\":\"Gold\"}");
    apigee.post(
        "developers",
        "{\"email\":\"ann@example.com\",\"firstName\":\"A\",\"lastName\":\"B\",\"userName\":\"a\"}");
    apigee.byHand(
        api -> {
          api.environment().createTargetServer(Estate.server("backend", 9000));
          return apigee;
        });
    return apigee;
  }
}
