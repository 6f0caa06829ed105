package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Blob;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Apigee writes manifests anew; what it adds is neither drift of others nor of ours. */
class ManifestTextTest {

  private static final String ADDED =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<%s revision=\"8\""
          + " name=\"%s\">\n    <ConfigurationVersion majorVersion=\"4\" minorVersion=\"0\"/>\n"
          + "    <CreatedAt>3</CreatedAt>\n    <CreatedBy>x</CreatedBy>\n    %s\n"
          + "    <LastModifiedAt>4</LastModifiedAt>\n    <Policies>\n        <Policy>a</Policy>\n"
          + "        <Policy>entente-b</Policy>\n    </Policies>\n    <Resources/>\n</%1$s>\n";

  @Test
  void whatApigeeAddsToTheManifestOfOthersIsNotShown() {
    // Given
    var one =
        Blob.ofText(
            "<APIProxy revision=\"7\" name=\"a\">\n  <CreatedAt>1</CreatedAt>\n  <CreatedBy/>\n"
                + "  <Description>kept 7</Description>\n</APIProxy>");
    var other = Blob.ofText(ADDED.formatted("APIProxy", "a", "<Description>kept 7</Description>"));
    // When, Then
    assertThat(ManifestText.plain(one)).isEqualTo(ManifestText.plain(other));
    assertThat(ManifestText.plain(one))
        .isEqualTo(
            Blob.ofText("<APIProxy name=\"a\"><Description>kept 7</Description></APIProxy>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<SharedFlowBundle name=\"a\"/>",
        "<SharedFlowBundle name=\"a\"></SharedFlowBundle>\n",
        "<SharedFlowBundle name=\"a\"><Description/></SharedFlowBundle>",
        "<?xml version=\"1.0\"?><SharedFlowBundle name=\"a\"><Description>Managed</Description>"
            + "<DisplayName>a</DisplayName></SharedFlowBundle>",
        "<APIProxy name=\"a\"/>"
      })
  void aManifestOfOursSaysWhatWeWrote(String text) {
    var manifest = Blob.ofText(text);
    var marked = ManifestText.marked(manifest);
    assertThat(ManifestText.written(marked)).contains(manifest.hash());
    assertThat(ManifestText.written(manifest)).isEmpty();
  }

  @Test
  void whatApigeeMakesOfOurManifestIsNoDrift() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      var hub = new MiniHub(apigee.connector());
      String name = "entente-flow";
      hub.reach(new Estate(apigee).flow(name, TestBundles.flow(name, "v1")).objects());
      var files = new TreeMap<>(apigee.deployed(BundleKind.SHARED_FLOW, name));
      files.computeIfPresent(
          "sharedflowbundle/" + name + ".xml",
          (file, blob) -> {
            String text = new String(blob.bytes(), StandardCharsets.UTF_8);
            String description =
                text.substring(text.indexOf("<Description>"), text.indexOf("</SharedFlow"));
            return Blob.ofText(ADDED.formatted("SharedFlowBundle", name, description));
          });
      apigee.deployFlow(name, files);
      // When
      var plan = hub.plan(new Estate(apigee).flow(name, TestBundles.flow(name, "v1")).objects());
      // Then
      assertThat(plan.changeSets()).isEmpty();
    }
  }

  @Test
  void whatApigeeListsInTheManifestOfOthersDoesNotChangeIt() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
      var hub = new MiniHub(apigee.connector());
      var before = hub.read().objects();
      var files = new TreeMap<>(apigee.deployed(BundleKind.PROXY, "orders"));
      files.put(
          "apiproxy/orders.xml",
          Blob.ofText(ADDED.formatted("APIProxy", "orders", "<Description>v1</Description>")));
      apigee.deployProxy("orders", files);
      // When
      var after = hub.read().objects();
      // Then
      var key = Estate.key("apis", "orders");
      assertThat(after.get(key)).isEqualTo(before.get(key));
    }
  }

  @Test
  void onlyTheFileDirectlyInTheFolderIsTheManifest() {
    assertThat(ManifestText.is("apiproxy/orders.xml", BundleKind.PROXY)).isTrue();
    assertThat(ManifestText.is("apiproxy/policies/a.xml", BundleKind.PROXY)).isFalse();
    assertThat(ManifestText.is("sharedflowbundle/a.xml", BundleKind.PROXY)).isFalse();
    assertThat(ManifestText.is("sharedflowbundle/a.xml", BundleKind.SHARED_FLOW)).isTrue();
  }
}
