package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.requestSide;
import static io.entente.simulator.apigee.proxy.BundleText.sharedFlow;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsOfTest {

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void saysNothingAboutABundleThatRuns() {
    assertThat(faults(step("am"), "<AssignMessage name=\"am\"/>")).isEmpty();
  }

  @Test
  void namesAStepThatHasNoPolicy() {
    assertThat(faults(step("gone"), "<AssignMessage name=\"am\"/>"))
        .containsExactly(
            "apiproxy/proxies/default.xml: the step gone names no policy of the bundle");
  }

  @Test
  void namesTheTypeOfAPolicyThatCannotRun() {
    assertThat(faults(step("js"), "<Javascript name=\"js\"/>"))
        .containsExactly(
            "apiproxy/policies/js.xml: policy js: policies of type Javascript do not run in this"
                + " simulator");
  }

  @Test
  void doesNotLookAtPoliciesThatNeverRun() {
    assertThat(faults("", "<Javascript name=\"js\"/>")).isEmpty();
    assertThat(faults(step("js"), "<Javascript name=\"js\" enabled=\"false\"/>")).isEmpty();
  }

  @Test
  void quotesABadCondition() {
    assertThat(faults(step("am", "request.verb ="), "<AssignMessage name=\"am\"/>"))
        .singleElement()
        .asString()
        .startsWith("apiproxy/proxies/default.xml: the condition \"request.verb =\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<Quota name=\"x\"><Interval>1</Interval><TimeUnit>minute</TimeUnit></Quota>; Allow",
        "<Quota name=\"x\"><Allow count='1'/><Interval>0</Interval><TimeUnit>minute</TimeUnit></Quota>; Interval",
        "<Quota name=\"x\"><Allow count='1'/><Interval>1</Interval><TimeUnit>year</TimeUnit></Quota>; TimeUnit",
        "<Quota name=\"x\" type='odd'><Allow count='1'/><Interval>1</Interval><TimeUnit>day</TimeUnit></Quota>; InvalidQuotaType",
        "<Quota name=\"x\" type='calendar'><Allow count='1'/><Interval>1</Interval><TimeUnit>day</TimeUnit></Quota>; InvalidStartTime",
        "<Quota name=\"x\"><Allow count='1'/><Interval>1</Interval><TimeUnit>second</TimeUnit><Distributed>true</Distributed></Quota>; InvalidTimeUnitForDistributedQuota",
        "<SpikeArrest name=\"x\"><Rate>5ph</Rate></SpikeArrest>; InvalidAllowedRate",
        "<SpikeArrest name=\"x\"/>; InvalidAllowedRate",
        "<CORS name=\"x\"/>; MissingAllowOrigins",
        "<CORS name=\"x\"><AllowOrigins>*</AllowOrigins><MaxAge>soon</MaxAge></CORS>; InvalidMaxAge",
        "<CORS name=\"x\"><AllowOrigins>*</AllowOrigins><AllowMethods>get it</AllowMethods></CORS>; InvalidHTTPMethods",
        "<AccessControl name=\"x\"/>; IPRules",
        "<AccessControl name=\"x\"><IPRules noRuleMatchAction='MAYBE'/></AccessControl>; MAYBE",
        "<AccessControl name=\"x\"><IPRules><MatchRule action='DENY'><SourceAddress mask='33'>1.1.1.1</SourceAddress></MatchRule></IPRules></AccessControl>; 33",
        "<FlowCallout name=\"x\"/>; SharedFlowBundle",
        "<MessageLogging name=\"x\"><CloudLogging/></MessageLogging>; Syslog",
        "<MessageLogging name=\"x\"><Syslog><Host>h</Host><Port>0</Port></Syslog></MessageLogging>; Port",
        "<AssignMessage name=\"x\"><AssignVariable/></AssignMessage>; AssignVariable",
      })
  void saysWhatIsWrongWithAPolicy(String policy, String expected) {
    assertThat(faults(step("x"), policy))
        .singleElement()
        .asString()
        .startsWith("apiproxy/policies/x.xml: policy x: ")
        .contains(expected);
  }

  @Test
  void readsNoDocumentTypesAndNoBrokenXml() {
    // Given
    var text =
        BundleText.proxy("p", "/p", "", http("http://h"))
            .file(
                "policies/a.xml",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><AssignMessage/>")
            .file("policies/b.xml", "<AssignMessage>");

    // Then
    assertThat(lab.plane.faultsOf(text.build(), false))
        .hasSize(2)
        .allMatch(sentence -> sentence.matches("apiproxy/policies/[ab].xml: it is not XML.*"));
  }

  @Test
  void saysWhatIsMissingFromEndpoints() {
    // Given
    var text =
        BundleText.bare("p")
            .file(
                "proxies/default.xml",
                "<ProxyEndpoint name='default'><RouteRule name='r'><TargetEndpoint>gone"
                    + "</TargetEndpoint></RouteRule></ProxyEndpoint>")
            .file(
                "targets/t.xml",
                "<TargetEndpoint name='t'><LocalTargetConnection/></TargetEndpoint>")
            .file(
                "targets/u.xml",
                "<TargetEndpoint name='u'><HTTPTargetConnection/></TargetEndpoint>");

    // Then
    assertThat(lab.plane.faultsOf(text.build(), false))
        .containsExactlyInAnyOrder(
            "apiproxy/targets/t.xml: only HTTPTargetConnection runs in this simulator",
            "apiproxy/targets/u.xml: HTTPTargetConnection needs either URL or servers of a"
                + " LoadBalancer",
            "apiproxy/proxies/default.xml: BasePath is '', it begins with a slash",
            "apiproxy/proxies/default.xml: route rule r names the target endpoint gone, which is"
                + " not there");
  }

  @Test
  void looksAtSharedFlowsToo() {
    assertThat(lab.plane.faultsOf(sharedFlow("s", step("gone")).build(), true))
        .containsExactly(
            "sharedflowbundle/sharedflows/default.xml: the step gone names no policy of the"
                + " bundle");
    assertThat(lab.plane.faultsOf(new RunningBundle("s", "1", new TreeMap<>()), true))
        .containsExactly("sharedflowbundle/sharedflows/: there is no shared flow");
    assertThat(lab.plane.faultsOf(sharedFlow("s", "").build(), false))
        .containsExactly("apiproxy/proxies/: there is no proxy endpoint");
  }

  @Test
  void aBundleWithFaultsIsNotRouted() {
    // Given
    SortedMap<String, byte[]> files =
        BundleText.proxy("p", "/p", requestSide("PreFlow", step("gone")), http("http://h"))
            .build()
            .files();

    // When
    lab.plane.run(
        new RunningEnvironment(
            "acme",
            "test",
            List.of(),
            List.of(new RunningBundle("p", "1", files)),
            List.of(),
            Map.of(),
            List.of()));

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(404);
  }

  private List<String> faults(String steps, String policy) {
    return lab.plane.faultsOf(
        BundleText.proxy("p", "/p", requestSide("PreFlow", steps), http("http://127.0.0.1:1"))
            .policy(policy)
            .build(),
        false);
  }
}
