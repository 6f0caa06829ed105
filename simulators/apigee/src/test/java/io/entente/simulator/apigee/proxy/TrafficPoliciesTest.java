package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.sharedFlow;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.plane.HookPoint;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies at the hooks of an environment that block, measure, count and name requests. */
class TrafficPoliciesTest {

  private static final String ID = "request.header.x-id";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Lab lab = new Lab();

  @BeforeEach
  void proxyOfOthers() {
    lab.proxy(BundleText.proxy("p", "/p", "", http(lab.backend.url())));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void aFaultUnderOtherMarksKeepsBracesAndLineBreaks() {
    // Given
    before(
        sharedFlow("before", step("block"))
            .policy(
                "<RaiseFault name=\"block\"><FaultResponse><Set>"
                    + "<Payload contentType=\"application/json\" variablePrefix=\"%\""
                    + " variableSuffix=\"@\">{\"a\": \"#1 &lt;\",&#10;&#9;\"b\": \"{request.verb}\"}"
                    + "</Payload><StatusCode>451</StatusCode><ReasonPhrase>Refused</ReasonPhrase>"
                    + "</Set></FaultResponse></RaiseFault>"));

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(451);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.body()).isEqualTo("{\"a\": \"#1 <\",\n\t\"b\": \"{request.verb}\"}");
    assertThat(lab.backend.seen()).isEmpty();
  }

  @Test
  void aLengthIsJudgedByAPatternAndABodyWithoutLengthIsNot() {
    // Given
    String length = "request.header.content-length";
    before(
        sharedFlow(
                "before",
                step(
                    "size",
                    "(apiproxy.name = \"p\") and ((%s != null) and (!(%s JavaRegex \"^0*([0-9]|1[0-1]|12)$\")))"
                        .formatted(length, length)))
            .policy(
                "<RaiseFault name=\"size\"><FaultResponse><Set><StatusCode>413</StatusCode></Set>"
                    + "</FaultResponse></RaiseFault>"));

    // Then
    assertThat(post("")).isEqualTo(200);
    assertThat(post("x".repeat(9))).isEqualTo(200);
    assertThat(post("x".repeat(12))).isEqualTo(200);
    assertThat(post("x".repeat(13))).isEqualTo(413);
    assertThat(post("x".repeat(100))).isEqualTo(413);
    assertThat(chunked("x".repeat(100))).isEqualTo(200);
  }

  @Test
  void anIdIsKeptOrMadeAndComesBackUnlessAFaultAnswers() {
    // Given
    lab.backend.header("X-Id", "upstream");
    before(
        sharedFlow(
                "before",
                step("kept", "((%s != null) and (%s != \"\"))".formatted(ID, ID))
                    + step("fresh", "((%s = null) or (%s = \"\"))".formatted(ID, ID))
                    + step("id")
                    + step("deny", "request.header.x-deny != null"))
            .policy(variable("kept", "<Ref>" + ID + "</Ref>"))
            .policy(variable("fresh", "<Template>{createUuid()}</Template>"))
            .policy(header("id", "request"))
            .policy(
                "<RaiseFault name=\"deny\"><FaultResponse><Set><StatusCode>403</StatusCode></Set>"
                    + "</FaultResponse></RaiseFault>"));
    lab.sharedFlow(sharedFlow("after", step("echo")).policy(header("echo", "response")))
        .hook(HookPoint.POST_PROXY, "after", false);

    // When, Then
    assertThat(ids()).matches(UUID);
    assertThat(ids("X-Id", "a1")).isEqualTo("a1");
    assertThat(ids("X-Id", "a1", "X-Id", "b2")).isEqualTo("a1");
    assertThat(ids("X-Id", "")).matches(UUID);
    assertThat(ids()).isNotEqualTo(ids());
    assertThat(lab.get("/p", "X-Deny", "1", "X-Id", "a1").header("X-Id")).isEmpty();
  }

  @Test
  void aCalendarQuotaBeginsAnewWithThePeriodsOfUtc() {
    for (List<String> period :
        List.of(
            List.of("hour", "2026-11-21T10:59:59Z", "2026-11-21T11:00:00Z"),
            List.of("day", "2026-11-21T23:59:59Z", "2026-11-22T00:00:00Z"),
            List.of("week", "2026-11-22T23:59:59Z", "2026-11-23T00:00:00Z"),
            List.of("month", "2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z"))) {
      // Given
      String name = "q-" + period.get(0);
      before(
          sharedFlow("before", step(name))
              .policy(
                  "<Quota name=\""
                      + name
                      + "\" type='calendar'><Allow count='2'/><Interval>1</Interval><TimeUnit>"
                      + period.get(0)
                      + "</TimeUnit><StartTime>2024-01-01 00:00:00</StartTime>"
                      + "<Distributed>true</Distributed><Synchronous>true</Synchronous></Quota>"));

      // Then
      lab.clock.set(period.get(1));
      assertThat(List.of(get(), get(), get())).as(name).containsExactly(200, 200, 429);
      lab.clock.set(period.get(2));
      assertThat(List.of(get(), get(), get())).as(name).containsExactly(200, 200, 429);
    }
  }

  /** What the target was told, which is what the client is told. */
  private String ids(String... headers) {
    Client.Answer answer = lab.get("/p", headers);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-Id")).isEqualTo(lab.backend.last().header("X-Id"));
    return answer.header("X-Id");
  }

  private int get() {
    return lab.get("/p").status();
  }

  private int post(String body) {
    try (Client client = lab.client()) {
      return client.send("POST", "/p", body).status();
    }
  }

  private int chunked(String body) {
    try (Client client = lab.client()) {
      return client
          .raw(
              "POST /p HTTP/1.1\r\nHost: p\r\nTransfer-Encoding: chunked\r\n\r\n"
                  + Integer.toHexString(body.length())
                  + "\r\n"
                  + body
                  + "\r\n0\r\n\r\n",
              false)
          .status();
    }
  }

  private void before(BundleText flow) {
    lab.sharedFlow(flow).hook(HookPoint.PRE_PROXY, "before", false);
  }

  private static String variable(String name, String value) {
    return assign(
        name,
        "request",
        "<AssignVariable><Name>entente.id.x-id</Name>" + value + "</AssignVariable>");
  }

  private static String header(String name, String message) {
    return assign(
        name,
        message,
        "<Set><Headers><Header name='x-id'>{entente.id.x-id}</Header></Headers></Set>");
  }

  private static String assign(String name, String message, String action) {
    return "<AssignMessage name=\""
        + name
        + "\">"
        + action
        + "<IgnoreUnresolvedVariables>true</IgnoreUnresolvedVariables>"
        + "<AssignTo createNew='false' transport='http' type='"
        + message
        + "'/></AssignMessage>";
  }
}
