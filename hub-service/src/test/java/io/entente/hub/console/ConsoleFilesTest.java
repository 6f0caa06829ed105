package io.entente.hub.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's files: to anybody, with their headers, and never in front of the API. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ConsoleFilesTest {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @BeforeEach
  void consoleIsBuilt() {
    assumeThat(getClass().getResource("/META-INF/resources/index.html"))
        .as("built without -Dconsole.skip")
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/plans",
        "/plans/7f3e",
        "/gateways/a.b",
        "/estate/orders?gateway=edge&route=all",
        "/nothing/here",
        "/quarterly",
        "/apis"
      })
  void everyPageIsTheOneDocumentAndIsAskedForAgain(String address) {
    // When
    Response answer = browse(address);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().asString()).contains("<div id=\"root\">");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertGuarded(answer);
  }

  @Test
  void hashedFilesMayBeKeptAndAreSmallOnTheirWay() {
    // Given
    var script =
        Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"").matcher(browse("/").body().asString());
    assertThat(script.find()).isTrue();

    // When
    Response answer = given().header("Accept", "*/*").get(script.group(1));

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.contentType()).contains("javascript");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertGuarded(answer);
  }

  @Test
  void aHashedFileThatIsGoneIsNotKept() {
    // When
    Response answer = given().header("Accept", "*/*").get("/assets/index-00000000.js");

    // Then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void theDocumentHoldsNoScriptOrStyleOfItsOwn() {
    // When
    String document = browse("/").body().asString();

    // Then
    assertThat(document).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("<style");
    assertThat(document).doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/gateways", "/api/nothing", "/api", "/ingest/kong", "/ingest"})
  void theApiAnswersForItselfAlsoToABrowser(String address) {
    // When
    Response answer = browse(address);

    // Then
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body().asString()).doesNotContain("<div id=\"root\">");
    assertThat(answer.header("Content-Security-Policy")).isNull();
  }

  @Test
  void healthAnswersForItself() {
    assertThat(browse("/q/health/live").contentType()).contains("json");
  }

  @Test
  void anythingButReadingIsNoPage() {
    // When
    Response answer = given().header("Accept", BROWSER).post("/plans");

    // Then
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body().asString()).doesNotContain("<div id=\"root\">");
  }

  private static Response browse(String address) {
    return given().header("Accept", BROWSER).redirects().follow(false).get(address);
  }

  private static void assertGuarded(Response answer) {
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }
}
