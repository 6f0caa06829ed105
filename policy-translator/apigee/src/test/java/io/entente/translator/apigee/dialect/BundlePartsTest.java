package io.entente.translator.apigee.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.nativeobject.Blob;
import io.entente.model.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BundlePartsTest {

  private static final String FILE = "apiproxy/proxies/default.xml";
  private static final String ONE =
      StepText.of("entente-one", Optional.of("request.verb = \"GET\""));
  private static final String TWO = StepText.of("entente-two", Optional.empty());

  @Test
  void putsOurStepsFirstInRequestsAndLastInResponses() {
    // Given
    String foreign =
        "<ProxyEndpoint name=\"default\">\n  <PreFlow name=\"PreFlow\">\n    <Request>\n"
            + "      <Step><Name>Theirs</Name></Step>\n    </Request>\n  </PreFlow>\n"
            + "  <PostClientFlow><Response>\n    <Step><Name>Log</Name></Step>\n  </Response></PostClientFlow>\n"
            + "</ProxyEndpoint>\n";
    SortedMap<String, Blob> parts = file(foreign);
    parts.put(StepPlace.PRE_FLOW_REQUEST.entry(FILE, 1, "entente-one"), Blob.ofText(ONE));
    parts.put(StepPlace.PRE_FLOW_REQUEST.entry(FILE, 2, "entente-two"), Blob.ofText(TWO));
    parts.put(StepPlace.POST_CLIENT_FLOW_RESPONSE.entry(FILE, 1, "entente-two"), Blob.ofText(TWO));

    // When
    String joined = text(BundleParts.join(parts));

    // Then
    assertThat(joined)
        .contains("<Request>" + ONE + TWO + "\n      <Step><Name>Theirs")
        .contains("<Step><Name>Log</Name></Step>\n  " + TWO + "</Response></PostClientFlow>");
    assertThat(BundleParts.split(file(joined))).isEqualTo(parts);
  }

  @Test
  void makesMissingFlowsAndRemovesThemAgain() {
    for (String foreign :
        new String[] {
          "<ProxyEndpoint name=\"d\"></ProxyEndpoint>",
          "<?xml version=\"1.0\"?>\r\n<ProxyEndpoint name=\"d\">\r\n  <PreFlow/>\r\n</ProxyEndpoint>\r\n",
          "<ProxyEndpoint name='d'><PreFlow name='PreFlow'><Request /><Response/></PreFlow></ProxyEndpoint>",
          "\uFEFF<ProxyEndpoint><!-- <PreFlow> --><PreFlow name=\"a>b\"><Response><Step><Name>X</Name></Step></Response></PreFlow><PostClientFlow  /></ProxyEndpoint>",
          "<ProxyEndpoint><Description><![CDATA[<PreFlow><Request>]]></Description><PostClientFlow><Response></Response></PostClientFlow></ProxyEndpoint>"
        }) {
      // Given
      SortedMap<String, Blob> parts = file(foreign);
      parts.put(StepPlace.PRE_FLOW_REQUEST.entry(FILE, 1, "entente-one"), Blob.ofText(ONE));
      parts.put(
          StepPlace.POST_CLIENT_FLOW_RESPONSE.entry(FILE, 1, "entente-two"), Blob.ofText(TWO));

      // When
      SortedMap<String, Blob> joined = BundleParts.join(parts);

      // Then
      assertThat(text(joined)).contains(ONE).contains(TWO);
      assertThat(BundleParts.split(joined)).isEqualTo(parts);
      assertThat(Xml.read(joined.get(FILE).bytes())).isPresent();
    }
  }

  @Test
  void findsOurStepsAfterTheFileWasIndentedAnew() {
    // Given
    String indented =
        "<ProxyEndpoint>\n  <PreFlow>\n    <Request>\n      <Step>\n        <Name>entente-two</Name>\n      </Step>\n"
            + "      <Step>\n        <Name>Theirs</Name>\n      </Step>\n    </Request>\n  </PreFlow>\n</ProxyEndpoint>";

    // When
    SortedMap<String, Blob> parts = BundleParts.split(file(indented));

    // Then
    String entry = StepPlace.PRE_FLOW_REQUEST.entry(FILE, 1, "entente-two");
    assertThat(parts).containsKey(entry);
    assertThat(parts.get(entry)).isNotEqualTo(Blob.ofText(TWO));
    assertThat(text(BundleParts.join(parts))).isEqualTo(indented);
  }

  @Test
  void putsBackInPlaceAStepThatOthersMoved() {
    // Given
    String moved =
        "<ProxyEndpoint><PreFlow><Request><Step><Name>Theirs</Name></Step>"
            + TWO
            + "</Request></PreFlow></ProxyEndpoint>";

    // When
    SortedMap<String, Blob> parts = BundleParts.split(file(moved));

    // Then
    String entry = StepPlace.PRE_FLOW_REQUEST.entry(FILE, 1, "entente-two");
    assertThat(parts.get(entry)).isNotEqualTo(Blob.ofText(TWO));
    assertThat(text(BundleParts.join(parts)))
        .contains(TWO + "<Step><Name>Theirs</Name></Step></Request>");
    assertThat(BundleParts.split(BundleParts.join(parts))).isEqualTo(parts);
  }

  @Test
  void dropsAFlowOfOursFromWhichOthersTookTheSteps() {
    // Given
    SortedMap<String, Blob> parts = file("<ProxyEndpoint></ProxyEndpoint>");
    parts.put(StepPlace.PRE_FLOW_REQUEST.entry(FILE, 1, "entente-two"), Blob.ofText(TWO));
    String emptied = text(BundleParts.join(parts)).replace(TWO, "");

    // When
    SortedMap<String, Blob> again = BundleParts.split(file(emptied));

    // Then
    assertThat(text(again)).isEqualTo("<ProxyEndpoint></ProxyEndpoint>");
  }

  @Test
  void refusesWhatCannotBeTakenApart() {
    for (String foreign :
        new String[] {
          "<!DOCTYPE a><ProxyEndpoint></ProxyEndpoint>",
          "<ProxyEndpoint><a></ProxyEndpoint>",
          "<ProxyEndpoint/>",
          "<ProxyEndpoint></ProxyEndpoint><b></b>"
        }) {
      // Given
      SortedMap<String, Blob> parts = file(foreign);
      parts.put(StepPlace.PRE_FLOW_REQUEST.entry(FILE, 1, "entente-one"), Blob.ofText(ONE));

      // When // Then
      assertThatThrownBy(() -> BundleParts.join(parts))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining(FILE);
    }
  }

  static SortedMap<String, Blob> file(String text) {
    var files = new TreeMap<String, Blob>();
    files.put(FILE, Blob.ofText(text));
    files.put("apiproxy/policies/Theirs.xml", Blob.of(new byte[] {(byte) 0xff, 0, 1}));
    return files;
  }

  private static String text(SortedMap<String, Blob> files) {
    return new String(files.getOrDefault(FILE, Blob.ofText("")).bytes(), StandardCharsets.UTF_8);
  }
}
