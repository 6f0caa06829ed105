package io.entente.simulator.apigee.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.plane.RunningKey;
import io.entente.simulator.apigee.plane.RunningProduct;
import io.entente.simulator.apigee.store.EntityKind;
import io.entente.simulator.apigee.store.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys of all apps of an organisation, with what their products open. */
final class RunningKeys {

  private static final String APPROVED = "approved";

  private RunningKeys() {}

  static List<RunningKey> of(Organization organization) {
    var keys = new ArrayList<RunningKey>();
    for (ObjectNode app : organization.entities(EntityKind.APP).values()) {
      String developer = app.path("developerEmail").asText();
      boolean active =
          Optional.ofNullable(organization.entities(EntityKind.DEVELOPER).get(developer))
              .filter(found -> found.path("status").asText().equals("active"))
              .isPresent();
      for (JsonNode credential : app.path("credentials")) {
        keys.add(
            new RunningKey(
                credential.path("consumerKey").asText(),
                credential.path("status").asText().equals(APPROVED),
                credential.path("expiresAt").asLong(-1),
                app.path("appId").asText(),
                app.path("name").asText(),
                app.path("status").asText().equals(APPROVED),
                developer,
                active,
                products(organization, credential)));
      }
    }
    return keys;
  }

  private static List<RunningProduct> products(Organization organization, JsonNode credential) {
    var products = new ArrayList<RunningProduct>();
    for (JsonNode named : credential.path("apiProducts")) {
      String name = named.path("apiproduct").asText();
      Optional.ofNullable(organization.entities(EntityKind.API_PRODUCT).get(name))
          .ifPresent(
              product ->
                  products.add(
                      new RunningProduct(
                          name,
                          named.path("status").asText().equals(APPROVED),
                          texts(product.path("environments")),
                          texts(product.path("proxies")),
                          texts(product.path("apiResources")))));
    }
    return products;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    (list.isArray() ? list : Json.array()).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
