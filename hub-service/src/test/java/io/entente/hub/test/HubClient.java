package io.entente.hub.test;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  public static String adminToken() {
    String folder = ConfigProvider.getConfig().getValue("entente.data-dir", String.class);
    try {
      return Files.readString(Path.of(folder, "admin-token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
