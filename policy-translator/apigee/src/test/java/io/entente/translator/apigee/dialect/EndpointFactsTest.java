package io.entente.translator.apigee.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Blob;
import io.entente.model.problem.ProblemException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EndpointFactsTest {

  @Test
  void listsThePoliciesOfOthersFlowByFlow() {
    // Given
    var raw =
        new TreeMap<>(
            Map.of(
                "apiproxy/proxies/main.xml",
                Blob.ofText(
                    """
                    <ProxyEndpoint name="default">
                      <PreFlow><Request>
                        <Step><Name>entente-a</Name></Step>
                        <Step><Name>VA</Name><Condition>request.verb != "OPTIONS"</Condition></Step>
                      </Request></PreFlow>
                      <Flows><Flow name="f"><Condition>a = "1"</Condition>
                        <Response><Step><Name>Late</Name></Step></Response></Flow></Flows>
                      <FaultRules><FaultRule name="r"><Step><Name>Late</Name></Step></FaultRule></FaultRules>
                      <HTTPProxyConnection><BasePath>/v1</BasePath></HTTPProxyConnection>
                    </ProxyEndpoint>
                    """),
                "apiproxy/policies/VA.xml",
                Blob.ofText("<VerifyAPIKey name=\"VA\"/>")));

    // When
    var facts = EndpointFacts.of("orders", raw);

    // Then
    assertThat(facts.get(EndpointFacts.key("orders", "default")))
        .isEqualTo(
            JsonTree.read(
                """
                {"proxy":"orders","endpoint":"default","file":"apiproxy/proxies/main.xml","basePath":"/v1","flows":[
                {"flow":"PreFlow","side":"request","steps":[{"name":"VA","type":"VerifyAPIKey","condition":"request.verb != \\"OPTIONS\\""}]},
                {"flow":"f","side":"response","condition":"a = \\"1\\"","steps":[{"name":"Late","type":"unknown"}]},
                {"flow":"FaultRule:r","side":"response","steps":[{"name":"Late","type":"unknown"}]}]}
                """,
                TreeLimits.VENDOR));
  }

  @Test
  void refusesAnEndpointWithADoctype() {
    var raw =
        new TreeMap<>(
            Map.of(
                "apiproxy/proxies/default.xml",
                Blob.ofText(
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><ProxyEndpoint>&x;</ProxyEndpoint>")));

    assertThatThrownBy(() -> EndpointFacts.of("orders", raw))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("default.xml");
  }
}
