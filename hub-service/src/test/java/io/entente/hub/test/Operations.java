package io.entente.hub.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Every operation the hub's own API document names, so that new ones are covered at birth. */
public final class Operations {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private Operations() {}

  /**
   * One operation.
   *
   * @param path with its parameters as {@code {name}}
   */
  public record Operation(String method, String path) {

    /** The path with every parameter replaced by {@code value}. */
    public String at(String value) {
      return path.replaceAll("\\{[^}]*}", value);
    }

    /** Deliveries of gateways, which have tokens of their own. */
    public boolean forGateways() {
      return path.startsWith("/ingest/");
    }

    public boolean takesBody() {
      return !method.equals("GET") && !method.equals("DELETE");
    }
  }

  public static List<Operation> all() {
    Map<String, Map<String, Object>> paths =
        given().accept("application/json").get("/q/openapi?format=json").jsonPath().getMap("paths");
    var operations = new ArrayList<Operation>();
    paths.forEach(
        (path, methods) ->
            methods.keySet().stream()
                .filter(METHODS::contains)
                .forEach(m -> operations.add(new Operation(m.toUpperCase(Locale.ROOT), path))));
    assertThat(operations).isNotEmpty();
    return operations;
  }
}
