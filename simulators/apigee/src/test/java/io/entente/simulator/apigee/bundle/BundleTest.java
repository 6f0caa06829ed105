package io.entente.simulator.apigee.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.harness.Zips;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {

  @Test
  void readsWhatAProxySaysAboutItself() {
    // Given
    byte[] zip =
        Zips.proxy("p", "/p/v1")
            .calling("common")
            .with("apiproxy/policies/q.xml", "<Quota name=\"q\"/>")
            .with(
                "apiproxy/targets/t.xml",
                "<TargetEndpoint name=\"t\"><HTTPTargetConnection><LoadBalancer>"
                    + "<Server name=\"back\"/></LoadBalancer></HTTPTargetConnection>"
                    + "</TargetEndpoint>")
            .zip();

    // When
    Contents contents = Bundle.read(BundleKind.PROXY, zip).contents();

    // Then
    assertThat(contents.manifestName()).isEqualTo("p");
    assertThat(contents.basePaths()).containsExactly("/p/v1");
    assertThat(contents.callees()).containsExactly("common");
    assertThat(contents.targetServers()).containsExactly("back");
    assertThat(contents.isExtensible()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.xml",
        "apiproxy/../evil.xml",
        "/apiproxy/evil.xml",
        "apiproxy\\evil.xml",
        "apiproxy//evil.xml",
        "other/evil.xml",
        "evil.xml",
        "apiproxy/1/2/3/4/5/6/7/8/9/10/deep.xml"
      })
  void refusesEntriesOutsideTheRoot(String path) {
    refuses(Zips.proxy("p", "/p").with(path, "<a/>"), path, "outside the bundle root");
  }

  @Test
  void refusesWhatIsNoZip() {
    // When
    Refusal refusal = refusal("not a zip".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(violation(refusal).path("description").asText()).contains("not a valid zip");
  }

  @Test
  void refusesAZipThatUnpacksToTooMuch() {
    refuses(
        Zips.proxy("p", "/p").with("apiproxy/resources/jsc/a.js", new byte[30 * 1024 * 1024]),
        "apiproxy/resources/jsc/a.js",
        "too large");
  }

  @Test
  void refusesMoreThanFifteenMegabytes() {
    // Given
    byte[] noise = new byte[15 * 1024 * 1024];
    new Random(7).nextBytes(noise);

    // Then
    refuses(Zips.proxy("p", "/p").with("apiproxy/resources/jsc/a.js", noise), "", "the limit is");
  }

  @Test
  void takesLargeBundlesBelowTheLimit() {
    // Given
    byte[] noise = new byte[14 * 1024 * 1024];
    new Random(7).nextBytes(noise);

    // When
    Bundle bundle =
        Bundle.read(
            BundleKind.PROXY,
            Zips.proxy("p", "/p").with("apiproxy/resources/jsc/a.js", noise).zip());

    // Then
    assertThat(bundle.files()).containsKey("apiproxy/resources/jsc/a.js");
  }

  @Test
  void refusesXmlThatIsNotWellFormed() {
    refuses(
        Zips.proxy("p", "/p").with("apiproxy/policies/a.xml", "<AssignMessage"),
        "apiproxy/policies/a.xml",
        "not well-formed");
  }

  @Test
  void refusesDocumentTypes() {
    refuses(
        Zips.proxy("p", "/p")
            .with(
                "apiproxy/policies/a.xml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a name=\"a\">&x;</a>"),
        "apiproxy/policies/a.xml",
        "DOCTYPE");
  }

  @Test
  void refusesAStepWithoutPolicy() {
    refuses(
        Zips.proxy("p", "/p")
            .with(
                "apiproxy/proxies/second.xml",
                "<ProxyEndpoint name=\"second\"><PreFlow><Request><Step><Name>ghost</Name></Step>"
                    + "</Request></PreFlow><HTTPProxyConnection><BasePath>/q</BasePath>"
                    + "</HTTPProxyConnection></ProxyEndpoint>"),
        "apiproxy/proxies/second.xml",
        "\"ghost\"");
  }

  @Test
  void refusesAFlowCalloutWithoutSharedFlow() {
    refuses(
        Zips.proxy("p", "/p").with("apiproxy/policies/c.xml", "<FlowCallout name=\"c\"/>"),
        "apiproxy/policies/c.xml",
        "SharedFlowBundle");
  }

  @Test
  void refusesTwoPoliciesOfOneName() {
    refuses(
        Zips.proxy("p", "/p")
            .with("apiproxy/policies/a.xml", "<AssignMessage name=\"a\"/>")
            .with("apiproxy/policies/b.xml", "<AssignMessage name=\"a\"/>"),
        "apiproxy/policies/b.xml",
        "not unique");
  }

  @Test
  void refusesABundleWithoutManifest() {
    refuses(new Zips().with("apiproxy/proxies/x.txt", ""), "apiproxy", "manifests");
  }

  @Test
  void refusesAManifestWithoutName() {
    refuses(Zips.proxy("p", "/p").with("apiproxy/p.xml", "<APIProxy/>"), "apiproxy/p.xml", "name");
  }

  @Test
  void refusesARouteToATargetThatDoesNotExist() {
    refuses(
        Zips.proxy("p", "/p")
            .with(
                "apiproxy/proxies/default.xml",
                "<ProxyEndpoint name=\"default\"><HTTPProxyConnection><BasePath>/p</BasePath>"
                    + "</HTTPProxyConnection><RouteRule name=\"r\"><TargetEndpoint>gone"
                    + "</TargetEndpoint></RouteRule></ProxyEndpoint>"),
        "apiproxy/proxies/default.xml",
        "\"gone\"");
  }

  private static void refuses(Zips zips, String filename, String description) {
    // When
    Refusal refusal = refusal(zips.zip());

    // Then
    assertThat(refusal.body().at("/error/details/0/@type").asText())
        .endsWith("edge.configstore.bundle.BadBundle");
    assertThat(refusal.body().at("/error/details/0/violations"))
        .anySatisfy(
            violation -> {
              assertThat(violation.path("filename").asText()).isEqualTo(filename);
              assertThat(violation.path("description").asText()).contains(description);
            });
  }

  private static JsonNode violation(Refusal refusal) {
    return refusal.body().at("/error/details/0/violations/0");
  }

  private static Refusal refusal(byte[] zip) {
    return catchThrowableOfType(Refusal.class, () -> Bundle.read(BundleKind.PROXY, zip));
  }
}
