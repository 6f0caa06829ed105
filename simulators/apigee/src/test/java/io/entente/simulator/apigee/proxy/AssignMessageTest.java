package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.requestSide;
import static io.entente.simulator.apigee.proxy.BundleText.responseSide;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssignMessageTest {

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void changesHeadersAndParametersOfTheRequest() {
    // Given
    lab.simple(
        step("am"),
        assign(
            "<Set><Headers><Header name='X-Set'>{request.verb}-{proxy.pathsuffix}</Header></Headers>"
                + "<QueryParams><QueryParam name='q'>a b&amp;c</QueryParam></QueryParams></Set>"
                + "<Add><Headers><Header name='X-Add'>two</Header></Headers></Add>"
                + "<Remove><Headers><Header name='X-Gone'/></Headers>"
                + "<QueryParams><QueryParam name='old'/></QueryParams></Remove>"));

    // When
    lab.get("/p/x?old=1&keep=%20&q=9", "X-Set", "before", "X-Add", "one", "X-Gone", "bye");

    // Then
    var seen = lab.backend.last();
    assertThat(seen.header("X-Set")).isEqualTo("GET-/x");
    assertThat(seen.header("X-Add")).isEqualTo("one|two");
    assertThat(seen.header("X-Gone")).isEqualTo("-");
    assertThat(seen.uri()).isEqualTo("/x?keep=%20&q=a+b%26c");
  }

  @Test
  void changesPayloadVerbAndPath() {
    // Given
    lab.simple(
        step("am"),
        assign(
            "<Set><Payload contentType='application/json'>{\"id\":\"{messageid}\"}</Payload>"
                + "<Verb>POST</Verb><Path>/other</Path></Set>"));

    // When
    lab.get("/p/x");

    // Then
    var seen = lab.backend.last();
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.uri()).isEqualTo("/other");
    assertThat(seen.body()).isEqualTo("{\"id\":\"id-1\"}");
    assertThat(seen.header("Content-Type")).isEqualTo("application/json");
    assertThat(seen.header("Content-Length")).isEqualTo("13");
  }

  @Test
  void changesTheResponse() {
    // Given
    response(
        "<Set><Headers><Header name='X-Backend'>no</Header></Headers><StatusCode>202</StatusCode>"
            + "<ReasonPhrase>Later</ReasonPhrase></Set>"
            + "<Remove><Headers><Header name='X-Many.1'/></Headers></Remove>");

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("X-Backend")).isEqualTo("no");
    assertThat(answer.header("X-Many")).isEqualTo("two");
    assertThat(answer.body()).isEqualTo("hello");
  }

  @Test
  void removesEveryHeaderAndThePayload() {
    // Given
    response("<Remove><Headers/><Payload>true</Payload></Remove>");

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.header("X-Backend")).isEmpty();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void copiesFromAnotherMessage() {
    // Given
    response(
        "<Copy source='request'><Headers><Header name='X-Mine'/></Headers></Copy>"
            + "<AssignVariable><Name>response.header.X-Ref</Name><Ref>request.header.X-Mine</Ref>"
            + "<Value>none</Value></AssignVariable>"
            + "<AssignVariable><Name>response.header.X-Value</Name><Ref>absent</Ref>"
            + "<Value>none</Value></AssignVariable>");

    // When
    Client.Answer answer = lab.get("/p", "X-Mine", "yes");

    // Then
    assertThat(answer.header("X-Mine")).isEqualTo("yes");
    assertThat(answer.header("X-Ref")).isEqualTo("yes");
    assertThat(answer.header("X-Value")).isEqualTo("none");
  }

  @Test
  void makesAMessageOfItsOwn() {
    // Given
    lab.simple(
        step("am") + step("use"),
        assign(
            "<AssignTo createNew='true' type='request'>mine</AssignTo>"
                + "<Set><Headers><Header name='X-A'>1</Header></Headers></Set>"),
        "<AssignMessage name=\"use\"><Set><Headers><Header name='X-Got'>{mine.header.x-a}</Header>"
            + "</Headers></Set></AssignMessage>");

    // When
    lab.get("/p");

    // Then
    assertThat(lab.backend.last().header("X-Got")).isEqualTo("1");
    assertThat(lab.backend.last().header("X-A")).isEqualTo("-");
  }

  @Test
  void replacesTheRequestWhenItIsToMakeOneWithoutAName() {
    // Given
    lab.simple(
        step("am"),
        assign(
            "<AssignTo createNew='true' type='request'/>"
                + "<Set><Headers><Header name='X-A'>1</Header></Headers><Verb>PUT</Verb></Set>"));

    // When
    lab.get("/p/x", "X-Old", "1");

    // Then
    var seen = lab.backend.last();
    assertThat(seen.method() + seen.header("X-A") + seen.header("X-Old")).isEqualTo("PUT1-");
  }

  @Test
  void failsWhenAMessageIsNotThereAndMayNotBeMade() {
    // Given
    lab.simple(step("am"), assign("<AssignTo createNew='false'>absent</AssignTo>"));

    // Then
    assertThat(lab.get("/p").body()).contains("steps.assignmessage.VariableOfNonMsgType");
  }

  @Test
  void actsOnTheMessageOfThePhaseWhateverTypeIsWritten() {
    // Given
    response(
        "<AssignTo createNew='false' transport='http' type='request'/>"
            + "<Set><Headers><Header name='X-Here'>1</Header></Headers></Set>");

    // Then
    assertThat(lab.get("/p").header("X-Here")).isEqualTo("1");
  }

  @Test
  void removesEverythingWhenNothingIsNamed() {
    // Given
    response("<Remove/>");

    // Then
    assertThat(lab.get("/p").headers().names()).containsOnly("Content-Length", "Connection");
  }

  @Test
  void failsWhenAVariableIsNotSetAndMayNotBeIgnored() {
    // Given
    lab.simple(
        step("am"), assign("<Set><Headers><Header name='X-A'>{absent}</Header></Headers></Set>"));

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("steps.assignmessage.UnresolvedVariable");
    assertThat(lab.backend.seen()).isEmpty();
  }

  @Test
  void aValueWithALineBreakStaysOneHeader() {
    // Given
    lab.simple(
        step("am"),
        assign("<Set><Headers><Header name='X-A'>{request.queryparam.v}</Header></Headers></Set>"));

    // When
    lab.get("/p?v=a%0d%0aX-Forged:%201");

    // Then
    assertThat(lab.backend.last().header("X-A")).isEqualTo("a X-Forged: 1");
    assertThat(lab.backend.last().header("X-Forged")).isEqualTo("-");
  }

  @Test
  void doesNothingWhenItIsTurnedOff() {
    // Given
    lab.simple(
        step("am"),
        "<AssignMessage name=\"am\" enabled=\"false\"><Set><Headers><Header name='X-A'>1</Header>"
            + "</Headers></Set></AssignMessage>");

    // When
    lab.get("/p");

    // Then
    assertThat(lab.backend.last().header("X-A")).isEqualTo("-");
  }

  private void response(String inside) {
    lab.proxy(
        BundleText.proxy(
                "p",
                "/p",
                requestSide("PreFlow", "") + responseSide("PostFlow", step("am")),
                http(lab.backend.url()))
            .policy(assign(inside)));
  }

  private static String assign(String inside) {
    return "<AssignMessage name=\"am\">" + inside + "</AssignMessage>";
  }
}
