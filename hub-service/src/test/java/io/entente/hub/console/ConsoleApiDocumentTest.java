package io.entente.hub.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The console's client is generated from a copy of the API document; the copy must be of now. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ConsoleApiDocumentTest {

  private static final Path COPY = Path.of("src/main/webui/src/api/openapi.json");
  private static final Path FRESH = Path.of("target/openapi.json");

  @Test
  void copyOfTheApiDocumentIsOfNow() throws IOException {
    // Given
    var json = new ObjectMapper();
    var copy = json.readTree(Files.readString(COPY));

    // When
    String served = given().get("/q/openapi?format=json").body().asString();

    // Then
    Files.writeString(FRESH, json.readTree(served).toPrettyString() + "\n");
    assertThat(json.readTree(served))
        .as(
            "cp hub-service/%s hub-service/%s, then npm run generate in src/main/webui",
            FRESH, COPY)
        .isEqualTo(copy);
  }
}
