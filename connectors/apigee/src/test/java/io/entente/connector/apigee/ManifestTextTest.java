package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Blob;
import org.junit.jupiter.api.Test;

class ManifestTextTest {

  @Test
  void whatApigeeWritesAtEachImportIsNotPartOfIt() {
    // Given
    var one =
        Blob.ofText(
            "<APIProxy revision=\"7\" name=\"a\">\n  <CreatedAt>1</CreatedAt>\n  <CreatedBy/>\n"
                + "  <Description>kept 7</Description>\n  <LastModifiedAt>2</LastModifiedAt>\n"
                + "</APIProxy>");
    var other =
        Blob.ofText(
            "<APIProxy revision=\"8\" name=\"a\">\n  <CreatedAt>3</CreatedAt>\n"
                + "  <CreatedBy>x</CreatedBy>\n  <Description>kept 7</Description>\n"
                + "  <LastModifiedAt>4</LastModifiedAt>\n</APIProxy>");
    // When, Then
    assertThat(ManifestText.plain(one)).isEqualTo(ManifestText.plain(other));
    assertThat(ManifestText.plain(one))
        .isEqualTo(
            Blob.ofText("<APIProxy name=\"a\">\n  <Description>kept 7</Description>\n</APIProxy>"));
  }

  @Test
  void everythingElseStaysToTheByte() {
    var manifest = Blob.of(new byte[] {'<', 'A', (byte) 0xe9, '/', '>'});
    assertThat(ManifestText.plain(manifest)).isSameAs(manifest);
  }

  @Test
  void onlyTheFileDirectlyInTheFolderIsTheManifest() {
    assertThat(ManifestText.is("apiproxy/orders.xml", BundleKind.PROXY)).isTrue();
    assertThat(ManifestText.is("apiproxy/policies/a.xml", BundleKind.PROXY)).isFalse();
    assertThat(ManifestText.is("sharedflowbundle/a.xml", BundleKind.PROXY)).isFalse();
    assertThat(ManifestText.is("sharedflowbundle/a.xml", BundleKind.SHARED_FLOW)).isTrue();
  }
}
