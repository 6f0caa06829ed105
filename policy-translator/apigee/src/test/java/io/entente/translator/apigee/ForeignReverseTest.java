package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.AccessBlock;
import io.entente.policy.Cidr;
import io.entente.policy.Cors;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.IpFilter;
import io.entente.translator.reverse.FoundPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses, other origins, headers and answers as users write them. */
class ForeignReverseTest {

  @Test
  void readsAccessControlOfTheSamplesAndSaysWhoseAddressItJudges() {
    // When
    FoundPolicy found =
        UsersBundle.found(
            """
            <AccessControl name="P">
              <IPRules noRuleMatchAction="DENY">
                <MatchRule action="ALLOW">
                  <SourceAddress mask="32">198.51.100.1</SourceAddress>
                  <SourceAddress mask="24">203.0.113.9</SourceAddress>
                </MatchRule>
              </IPRules>
            </AccessControl>
            """);

    // Then
    assertThat(found.kind())
        .isEqualTo(
            new IpFilter(
                List.of(Cidr.parse("198.51.100.1/32"), Cidr.parse("203.0.113.0/24")), List.of()));
    assertThat(found.unexpressed()).containsOnlyKeys("ValidateBasedOn");
  }

  @Test
  void readsWhatIsDeniedBeforeWhatIsAllowed() {
    assertThat(
            UsersBundle.found(
                    "<AccessControl name='P'><ClientIPVariable>client.resolved.ip</ClientIPVariable>"
                        + "<IPRules noRuleMatchAction='ALLOW'><MatchRule action='DENY'>"
                        + "<SourceAddress>10.0.0.1</SourceAddress></MatchRule></IPRules></AccessControl>")
                .kind())
        .isEqualTo(new IpFilter(List.of(), List.of(Cidr.parse("10.0.0.1"))));
  }

  @Test
  void readsCorsOfTheSamplesWithApigeesDefaults() {
    // When
    FoundPolicy found =
        UsersBundle.found(
            """
            <CORS continueOnError="false" enabled="true" name="P">
              <AllowOrigins>{request.header.origin}</AllowOrigins>
              <AllowMethods>GET, PUT, POST, DELETE</AllowMethods>
              <AllowHeaders>origin, x-requested-with, accept, content-type, authorization</AllowHeaders>
              <IgnoreUnresolvedVariables>true</IgnoreUnresolvedVariables>
            </CORS>
            """);

    // Then
    assertThat(found.kind())
        .isEqualTo(
            new Cors(
                List.of("*"),
                List.of("GET", "PUT", "POST", "DELETE"),
                List.of("origin", "x-requested-with", "accept", "content-type", "authorization"),
                List.of(),
                false,
                Duration.ofMinutes(30)));
    assertThat(found.unexpressed()).containsOnlyKeys("AllowOrigins");
  }

  @Test
  void readsHeadersOfSeveralVerbs() {
    assertThat(
            UsersBundle.found(
                    "<AssignMessage name='P'><Remove><Headers><Header name='X-Debug'/></Headers></Remove>"
                        + "<Add><Headers><Header name='X-Via'>apigee</Header></Headers></Add>"
                        + "<Set><Headers><Header name='X-Env'>prod</Header></Headers></Set>"
                        + "<IgnoreUnresolvedVariables>true</IgnoreUnresolvedVariables>"
                        + "<AssignTo createNew='false' transport='http' type='request'/></AssignMessage>")
                .kind())
        .isEqualTo(
            new HeaderTransform(
                List.of(
                    new Edit.Remove("x-debug"),
                    new Edit.Append("x-via", "apigee"),
                    new Edit.Set("x-env", "prod")),
                List.of()));
  }

  @Test
  void readsHeaderThatIsSetWhereItIsAbsent() {
    assertThat(
            new UsersBundle()
                .step(
                    "P",
                    "request.header.x-env = null",
                    "<AssignMessage name='P'><Set><Headers><Header name='x-env'>prod</Header></Headers></Set></AssignMessage>")
                .read()
                .policies())
        .extracting(FoundPolicy::kind)
        .containsExactly(
            new HeaderTransform(List.of(new Edit.AddIfAbsent("x-env", "prod")), List.of()));
  }

  @Test
  void readsFaultForEverybodyAsAccessBlock() {
    // When
    FoundPolicy found =
        new UsersBundle()
            .faultRule()
            .step(
                "P",
                "<RaiseFault name='P'><FaultResponse><Set><Headers/><Payload contentType='text/plain'>down</Payload>"
                    + "<StatusCode>503</StatusCode><ReasonPhrase>Down</ReasonPhrase></Set></FaultResponse>"
                    + "<IgnoreUnresolvedVariables>true</IgnoreUnresolvedVariables></RaiseFault>")
            .read()
            .policies()
            .get(0);

    // Then
    assertThat(found.kind()).isEqualTo(new AccessBlock(503, "text/plain", "down"));
    assertThat(found.unexpressed()).containsOnlyKeys("FaultRules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<AccessControl name='P'><IPRules noRuleMatchAction='ALLOW'><MatchRule action='ALLOW'><SourceAddress>10.0.0.1</SourceAddress></MatchRule><MatchRule action='DENY'><SourceAddress mask='8'>10.0.0.0</SourceAddress></MatchRule></IPRules></AccessControl>|denies first",
        "<AccessControl name='P'><IPRules noRuleMatchAction='DENY'/></AccessControl>|allows nobody",
        "<AccessControl name='P'><IPRules/></AccessControl>|denies nobody",
        "<AccessControl name='P'><IPRules noRuleMatchAction='DENY'><MatchRule action='ALLOW'><SourceAddress mask='{kvm.mask}'>10.0.0.1</SourceAddress></MatchRule></IPRules></AccessControl>|no whole number",
        "<AccessControl name='P'><IPRules noRuleMatchAction='DENY'><MatchRule action='ALLOW'><SourceAddress>{kvm.address}</SourceAddress></MatchRule></IPRules></AccessControl>|no address",
        "<AccessControl name='P'><ClientIPVariable>request.header.x-real-ip</ClientIPVariable><IPRules noRuleMatchAction='DENY'><MatchRule action='ALLOW'><SourceAddress>10.0.0.1</SourceAddress></MatchRule></IPRules></AccessControl>|x-real-ip",
        "<CORS name='P'><AllowOrigins>{request.header.origin}</AllowOrigins><AllowCredentials>true</AllowCredentials></CORS>|with credentials",
        "<CORS name='P'><AllowOrigins>*</AllowOrigins><AllowHeaders>*</AllowHeaders></CORS>|outside",
        "<CORS name='P'><AllowOrigins>*</AllowOrigins><GeneratePreflightResponse>false</GeneratePreflightResponse></CORS>|leaves preflights",
        "<CORS name='P'><AllowOrigins>{propertyset.cors.origins}</AllowOrigins></CORS>|flow variable",
        "<AssignMessage name='P'><Set><Headers><Header name='x'>{messageid}</Header></Headers></Set></AssignMessage>|flow variable",
        "<AssignMessage name='P'><Set><Verb>GET</Verb></Set></AssignMessage>|Verb",
        "<AssignMessage name='P'><AssignVariable><Name>a</Name><Value>b</Value></AssignVariable></AssignMessage>|AssignVariable",
        "<AssignMessage name='P'><Set><Headers><Header name='x'>1</Header></Headers></Set><AssignTo createNew='true' type='request'>other</AssignTo></AssignMessage>|another message",
        "<AssignMessage name='P'><Add><Headers><Header name='x'>1</Header></Headers></Add><Set><Headers><Header name='X'>2</Header></Headers></Set></AssignMessage>|in which order",
        "<AssignMessage name='P'><Remove><Headers/></Remove></AssignMessage>|every header",
        "<AssignMessage name='P'><Set><Headers><Header name='host'>a</Header></Headers></Set></AssignMessage>|frames",
        "<RaiseFault name='P'><FaultResponse><Set><Payload contentType='application/json'>{\"a\": 1}</Payload><StatusCode>400</StatusCode></Set></FaultResponse></RaiseFault>|flow variables",
        "<RaiseFault name='P'><FaultResponse><Set><Headers><Header name='a'>b</Header></Headers><Payload contentType='text/plain'>x</Payload><StatusCode>400</StatusCode></Set></FaultResponse></RaiseFault>|headers of its own",
        "<RaiseFault name='P'><FaultResponse><Set><Payload contentType='text/plain'>x</Payload><StatusCode>302</StatusCode></Set></FaultResponse></RaiseFault>|status 302",
        "<JavaScript name='P' timeLimit='200'><ResourceURL>jsc://a.js</ResourceURL></JavaScript>|type JavaScript",
      })
  void leavesWhatNoPolicySaysWithTheReason(String policy, String reason) {
    assertThat(UsersBundle.why(policy)).contains("Policy P").contains(reason);
  }
}
