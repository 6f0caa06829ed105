package io.entente.simulator.apigee.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.plane.RunningKey;
import io.entente.simulator.apigee.plane.RunningProduct;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyApiKeyTest {

  private static final String POLICY =
      "<VerifyAPIKey name=\"V\"><APIKey ref=\"request.header.x-api-key\"/></VerifyAPIKey>";

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void tellsWhoHasAKeyThatOpensTheProxy() {
    // Given
    lab.simple(
            BundleText.step("V") + BundleText.step("Tell"),
            POLICY,
            "<AssignMessage name=\"Tell\"><Set><Headers><Header name=\"x-who\">"
                + "{verifyapikey.V.client_id} {verifyapikey.V.developer.app.name}"
                + "</Header></Headers></Set></AssignMessage>")
        .keys(key(true, true, product("test", "p", "/")));

    // Then
    assertThat(lab.get("/p/a", "x-api-key", "k1").status()).isEqualTo(200);
    assertThat(lab.backend.last().header("x-who")).isEqualTo("k1 shop");
  }

  @Test
  void refusesWithTheDocumentedFaults() {
    // Given
    lab.simple(BundleText.step("V"), POLICY).keys(key(true, true, product("test", "p", "/")));

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(401);
    assertThat(lab.get("/p").body()).contains("steps.oauth.v2.FailedToResolveAPIKey");
    assertThat(lab.get("/p", "x-api-key", "k2").status()).isEqualTo(401);
    assertThat(lab.get("/p", "x-api-key", "k2").body()).contains("\"oauth.v2.InvalidApiKey\"");
  }

  @ParameterizedTest
  @CsvSource({
    "test, p, /, 200",
    "test, p, /a, 200",
    "test, p, /*, 200",
    "test, p, /**, 200",
    "test, p, /b, 401",
    "other, p, /, 401",
    "test, other, /, 401"
  })
  void aProductOpensItsProxiesPathsAndEnvironments(
      String environment, String proxy, String resource, int status) {
    // Given
    lab.simple(BundleText.step("V"), POLICY)
        .keys(key(true, true, product(environment, proxy, resource)));

    // Then
    assertThat(lab.get("/p/a", "x-api-key", "k1").status()).isEqualTo(status);
  }

  @Test
  void oneStarIsOneSegment() {
    // Given
    lab.simple(BundleText.step("V"), POLICY).keys(key(true, true, product("test", "p", "/*")));

    // Then
    assertThat(lab.get("/p/a/b", "x-api-key", "k1").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"false, true, oauth.v2.ApiKeyNotApproved", "true, false, DeveloperStatusNotActive"})
  void whatIsNotApprovedOpensNothing(boolean approved, boolean active, String code) {
    // Given
    lab.simple(BundleText.step("V"), POLICY).keys(key(approved, active, product("test", "p", "/")));

    // Then
    assertThat(lab.get("/p", "x-api-key", "k1").body()).contains(code);
  }

  @Test
  void aPolicyWithoutAKeyIsNotDeployed() {
    var bundle =
        BundleText.proxy(
                "p",
                "/p",
                BundleText.requestSide("PreFlow", BundleText.step("V")),
                BundleText.http(lab.backend.url()))
            .policy("<VerifyAPIKey name=\"V\"><APIKey/></VerifyAPIKey>")
            .build();

    assertThat(lab.plane.faultsOf(bundle, false)).singleElement().asString().contains("APIKey");
  }

  private static RunningProduct product(String environment, String proxy, String resource) {
    return new RunningProduct(
        "gold", true, List.of(environment), List.of(proxy), List.of(resource));
  }

  private static RunningKey key(boolean approved, boolean active, RunningProduct product) {
    return new RunningKey(
        "k1", approved, -1, "id-1", "shop", true, "a@test.test", active, List.of(product));
  }
}
