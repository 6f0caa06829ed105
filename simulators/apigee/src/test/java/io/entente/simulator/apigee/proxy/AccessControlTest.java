package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessControlTest {

  private static final String ALL = "<IgnoreTrueClientIPHeader>true</IgnoreTrueClientIPHeader>";

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void refusesWithTheDocumentedFault() {
    // Given
    policy("ALLOW", rule("DENY", "127.0.0.1", "32"), "");

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            "{\"fault\":{\"faultstring\":\"Access Denied for client ip : 127.0.0.1\","
                + "\"detail\":{\"errorcode\":\"steps.accesscontrol.IPDeniedAccess\"}}}");
    assertThat(lab.fact().policyError()).isTrue();
  }

  @Test
  void theFirstRuleThatMatchesDecides() {
    // Given
    policy(
        "DENY",
        rule("DENY", "127.0.0.9", "32")
            + rule("ALLOW", "127.0.0.77", "24")
            + rule("DENY", "127.0.0.1", "32"),
        "");

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(200);
  }

  @Test
  void whatNoRuleMatchesIsTreatedAsWritten() {
    // Given
    policy("DENY", rule("ALLOW", "10.0.0.0", "8"), "");

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(403);
  }

  @Test
  void masksCutBetweenBytesToo() {
    // Given
    policy("ALLOW", rule("DENY", "198.51.100.1", "30"), first());

    // Then
    assertThat(lab.get("/p", "X-Forwarded-For", "198.51.100.3").status()).isEqualTo(403);
    assertThat(lab.get("/p", "X-Forwarded-For", "198.51.100.4").status()).isEqualTo(200);
  }

  @Test
  void knowsIpv6() {
    // Given
    policy("ALLOW", rule("DENY", "2001:db8::", "32"), first());

    // Then
    assertThat(lab.get("/p", "X-Forwarded-For", "2001:DB8:1::7").status()).isEqualTo(403);
    assertThat(lab.get("/p", "X-Forwarded-For", "2001:db9::7").status()).isEqualTo(200);
  }

  @Test
  void theLastAddressIsTheOneThatConnected() {
    // Given
    policy(
        "DENY",
        rule("ALLOW", "127.0.0.1", "32"),
        "<ValidateBasedOn>X_FORWARDED_FOR_LAST_IP</ValidateBasedOn>");

    // Then
    assertThat(lab.get("/p", "X-Forwarded-For", "9.9.9.9").status()).isEqualTo(200);
  }

  @Test
  void looksAtEveryAddressWhenToldToIgnoreTheOtherHeader() {
    // Given
    policy("ALLOW", rule("DENY", "9.9.9.9", "32"), ALL);

    // Then
    assertThat(lab.get("/p", "X-Forwarded-For", "8.8.8.8, 9.9.9.9").status()).isEqualTo(403);
    assertThat(lab.get("/p", "X-Forwarded-For", "8.8.8.8").status()).isEqualTo(200);
  }

  @Test
  void looksAtTheLastAddressOnlyWhenNotToldSo() {
    // Given
    policy("ALLOW", rule("DENY", "9.9.9.9", "32"), "");

    // Then
    assertThat(lab.get("/p", "X-Forwarded-For", "9.9.9.9").status()).isEqualTo(200);
  }

  @Test
  void whatIsNoAddressMatchesNoRule() {
    // Given
    policy("ALLOW", rule("DENY", "0.0.0.0", "1"), first());

    // Then
    assertThat(lab.get("/p", "X-Forwarded-For", "pwned").status()).isEqualTo(200);
  }

  @Test
  void anInvalidAddressInAVariableIsAFault() {
    // Given
    policy(
        "ALLOW",
        rule("DENY", "10.1.1.1", "32"),
        "<ClientIPVariable>request.header.x-client</ClientIPVariable>");

    // Then
    assertThat(lab.get("/p", "X-Client", "pwned").body())
        .contains("accesscontrol.InvalidIPAddressInVariable");
    assertThat(lab.get("/p", "X-Client", "10.1.1.1").status()).isEqualTo(403);
    assertThat(lab.get("/p", "X-Client", "10.1.1.2").status()).isEqualTo(200);
  }

  @Test
  void addressesMayComeFromVariables() {
    // Given
    policy("ALLOW", rule("DENY", "{request.header.x-deny}", "{request.header.x-mask}"), "");

    // Then
    assertThat(lab.get("/p", "X-Deny", "127.9.9.9", "X-Mask", "8").status()).isEqualTo(403);
    assertThat(lab.get("/p", "X-Deny", "127.9.9.9", "X-Mask", "24").status()).isEqualTo(200);
  }

  private void policy(String otherwise, String rules, String more) {
    lab.simple(
        step("acl"),
        "<AccessControl name=\"acl\"><IPRules noRuleMatchAction=\""
            + otherwise
            + "\">"
            + rules
            + "</IPRules>"
            + more
            + "</AccessControl>");
  }

  private static String first() {
    return "<ValidateBasedOn>X_FORWARDED_FOR_FIRST_IP</ValidateBasedOn>";
  }

  private static String rule(String action, String address, String mask) {
    return "<MatchRule action=\""
        + action
        + "\"><SourceAddress mask=\""
        + mask
        + "\">"
        + address
        + "</SourceAddress></MatchRule>";
  }
}
