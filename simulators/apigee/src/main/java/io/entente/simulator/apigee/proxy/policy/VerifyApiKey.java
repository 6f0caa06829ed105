package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.plane.RunningKey;
import io.entente.simulator.apigee.plane.RunningProduct;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Lets pass who has an approved key of an approved app of an active developer, with a product that
 * opens the proxy, the path and the environment; tells who it was in variables.
 */
record VerifyApiKey(String name, String value, Optional<String> variable) implements Policy {

  private static final int UNAUTHORIZED = 401;

  static Policy read(String name, Element xml) throws BadPolicy {
    String value = Elements.text(xml, "APIKey").orElse("");
    Optional<String> variable = Elements.attribute(xml, "APIKey", "ref");
    if (value.isEmpty() && variable.isEmpty()) {
      throw new BadPolicy("SpecifyValueOrRefApiKey: APIKey has neither a value nor a ref");
    }
    return new VerifyApiKey(name, value, variable);
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    String given = variable.flatMap(exchange::text).orElse(value);
    if (given.isEmpty()) {
      throw fault(
          "steps.oauth.v2.FailedToResolveAPIKey",
          "Failed to resolve API Key variable " + variable.orElse(""));
    }
    RunningKey key =
        exchange.key(given).orElseThrow(() -> fault("oauth.v2.InvalidApiKey", "Invalid ApiKey"));
    RunningProduct product = product(exchange, key);
    String space = "verifyapikey." + name + ".";
    exchange.set(space + "client_id", key.key());
    exchange.set(space + "developer.app.id", key.appId());
    exchange.set(space + "developer.app.name", key.app());
    exchange.set(space + "developer.email", key.developer());
    exchange.set(space + "apiproduct.name", product.name());
    exchange.set(space + "failed", false);
    exchange.set("developer.app.name", key.app());
    exchange.set("developer.email", key.developer());
    exchange.set("apiproduct.name", product.name());
  }

  private static RunningProduct product(Exchange exchange, RunningKey key) throws PolicyFault {
    if (!key.approved()) {
      throw fault("oauth.v2.ApiKeyNotApproved", "API key is not approved");
    }
    if (key.expiresAt() >= 0 && key.expiresAt() <= exchange.clock().millis()) {
      throw fault("oauth.v2.InvalidApiKey", "Invalid ApiKey");
    }
    if (!key.developerActive()) {
      throw fault(
          "keymanagement.service.DeveloperStatusNotActive", "Developer Status is not Active");
    }
    if (!key.appApproved()) {
      throw fault("keymanagement.service.invalid_client-app_not_approved", "App is not approved");
    }
    return key.products().stream()
        .filter(product -> opens(product, exchange))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    "oauth.v2.InvalidApiKeyForGivenResource", "Invalid ApiKey for given resource"));
  }

  private static boolean opens(RunningProduct product, Exchange exchange) {
    String path = exchange.text("proxy.pathsuffix").orElse("");
    return product.approved()
        && has(product.environments(), exchange.text("environment.name").orElse(""))
        && has(product.proxies(), exchange.text("apiproxy.name").orElse(""))
        && (product.resources().isEmpty()
            || product.resources().stream().anyMatch(r -> ProductPaths.opens(r, path)));
  }

  private static boolean has(List<String> names, String name) {
    return names.isEmpty() || names.contains(name);
  }

  private static PolicyFault fault(String code, String text) {
    return new PolicyFault(Fault.step(UNAUTHORIZED, code, text));
  }
}
