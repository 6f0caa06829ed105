package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Reject;
import io.entente.policy.OtherBodies;
import io.entente.policy.XmlThreat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlThreatMeaningTest {

  private static final XmlThreat RULE = new XmlThreat(3, 2, 2, 5, 8, 9, 200, OtherBodies.DENY);

  private static String decide(XmlThreat rule, String type, Payload body) {
    var decision =
        PolicyEngine.evaluateRequest(
            List.of(policy("xml", rule)),
            from("10.0.0.1", "POST", Map.of("content-type", List.of(type))).withBody(body),
            new State(10),
            START);
    return decision instanceof Reject reject ? reject.status() + " " + reject.rule() : "pass";
  }

  private static String decide(String body) {
    return decide(RULE, "application/xml", Payload.of(body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<a/>~pass",
        "<a><b><c/></b></a>~pass",
        "<a><b><c><d/></c></b></a>~400 xmlThreat.maxDepth",
        "<a><b/>x<c/></a>~pass",
        "<a><b/><c/><d/></a>~400 xmlThreat.maxChildren",
        "<a b='1' c='2'/>~pass",
        "<a b='1' c='2' d='3'/>~400 xmlThreat.maxAttributes",
        "<a xmlns:b='1' xmlns:c='2' xmlns:d='3'/>~400 xmlThreat.maxAttributes",
        "<abcde/>~pass",
        "<abcdef/>~400 xmlThreat.maxNameLength",
        "<a abcdef='1'/>~400 xmlThreat.maxNameLength",
        "<p:abcde xmlns:p='u'/>~pass",
        "<prefix:a xmlns:prefix='u'/>~400 xmlThreat.maxNameLength",
        "<?target x?><a/>~400 xmlThreat.maxNameLength",
        "<a>12345678</a>~pass",
        "<a>123456789</a>~400 xmlThreat.maxTextLength",
        "<a>1234<![CDATA[56789]]></a>~400 xmlThreat.maxTextLength",
        "<a>1234<b/>56789</a>~pass",
        "<a><!--123456789--></a>~400 xmlThreat.maxTextLength",
        "<?pi 123456789?><a/>~400 xmlThreat.maxTextLength",
        "<a b='123456789'/>~pass",
        "<a b='1234567890'/>~400 xmlThreat.maxAttributeLength",
        "<a xmlns='1234567890'/>~400 xmlThreat.maxAttributeLength",
        "<a>&amp;&#65;&lt;</a>~pass",
        "<!DOCTYPE a><a/>~400 xmlThreat.doctype",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>~400 xmlThreat.doctype",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>~400 xmlThreat.doctype",
        "<a><b></a>~400 xmlThreat.malformed",
        "<a/><b/>~400 xmlThreat.malformed",
        "<p:a/>~400 xmlThreat.malformed",
        "{}~400 xmlThreat.malformed",
      })
  void documentsAreReadAsFarAsTheRuleAllows(String body, String expected) {
    assertThat(decide(body)).isEqualTo(expected);
  }

  @Test
  void noEntityIsResolvedWithoutADoctypeEither() {
    assertThat(decide("<a>&e;</a>")).startsWith("400 xmlThreat.");
  }

  @Test
  void theSizeIsJudgedBeforeTheDocument() {
    assertThat(decide("<a>" + " ".repeat(200))).isEqualTo("400 xmlThreat.maxBodyBytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "text/xml~pass",
        "application/soap+xml; charset=utf-8~pass",
        "application/xml;charset=iso-8859-1~400 xmlThreat.contentType",
        "application/json~400 xmlThreat.otherBodies",
      })
  void theTypeDecidesWhetherABodyIsRead(String type, String expected) {
    assertThat(decide(RULE, type, Payload.of("<a/>"))).isEqualTo(expected);
  }

  @Test
  void anEncodingThatTheDocumentNamesIsHeeded() {
    byte[] latin =
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>äöü</a>"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(decide(RULE, "application/xml", Payload.of(latin))).isEqualTo("pass");
  }

  @Test
  void longTextsThatArriveInPiecesAreMeasuredWhole() {
    var wide = new XmlThreat(3, 2, 2, 5, 50_000, 9, 1_000_000, OtherBodies.DENY);

    assertThat(decide(wide, "text/xml", Payload.of("<a>" + "é".repeat(50_000) + "</a>")))
        .isEqualTo("pass");
    assertThat(decide(wide, "text/xml", Payload.of("<a>" + "é".repeat(50_001) + "</a>")))
        .isEqualTo("400 xmlThreat.maxTextLength");
  }

  @Test
  void theLargestRuleReadsWhatItAllows() {
    int most = XmlThreat.DEEPEST;
    var largest =
        new XmlThreat(most, 9, XmlThreat.MOST_ATTRIBUTES, 1_000, 9, 9, 1_000_000, OtherBodies.DENY);
    var attributes = new StringBuilder("<" + "n".repeat(1_000));
    for (int i = 0; i < XmlThreat.MOST_ATTRIBUTES; i++) {
      attributes.append(" a").append(i).append("='1'");
    }

    assertThat(decide(largest, "text/xml", Payload.of("<a>".repeat(most) + "</a>".repeat(most))))
        .isEqualTo("pass");
    assertThat(decide(largest, "text/xml", Payload.of(attributes + "/>"))).isEqualTo("pass");
  }
}
