package io.entente.hub.test;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Requests to the hub under test as the administrator. */
public final class HubClient {

  private HubClient() {}

  public static RequestSpecification admin() {
    return RestAssured.given().header("Authorization", "Bearer " + adminToken());
  }

  public static RequestSpecification with(String token) {
    return RestAssured.given().header("Authorization", "Bearer " + token);
  }

  /** A token of this name with these permissions, in place of any other of the name. */
  public static String token(String name, String... permissions) {
    admin().delete("/api/tokens/" + name);
    return admin()
        .contentType("application/json")
        .body(Map.of("name", name, "permissions", permissions))
        .post("/api/tokens")
        .then()
        .statusCode(201)
        .extract()
        .path("token");
  }

  public static String adminToken() {
    String folder = ConfigProvider.getConfig().getValue("entente.data-dir", String.class);
    try {
      return Files.readString(Path.of(folder, "admin-token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
