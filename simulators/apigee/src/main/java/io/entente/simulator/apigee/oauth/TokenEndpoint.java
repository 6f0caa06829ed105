package io.entente.simulator.apigee.oauth;

import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.http.Handler;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code POST /token}: assertion of the service account, or refresh token of a user. */
public final class TokenEndpoint implements Handler {

  private static final String ASSERTION = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  private final ServiceAccount account;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Supplier<String> audience;

  /**
   * The endpoint.
   *
   * @param audience its own address, which assertions must name
   */
  public TokenEndpoint(
      ServiceAccount account, Tokens tokens, InstantSource clock, Supplier<String> audience) {
    this.account = account;
    this.tokens = tokens;
    this.clock = clock;
    this.audience = audience;
  }

  @Override
  public Response handle(Request request) {
    if (!request.method().equals("POST")) {
      return refused("invalid_request", "POST only");
    }
    try {
      grant(Request.form(new String(request.body(), StandardCharsets.UTF_8)));
    } catch (BadGrant e) {
      return refused(e.error(), String.valueOf(e.getMessage()));
    }
    return Response.json(
        200,
        Json.object()
            .put("access_token", tokens.issue())
            .put("expires_in", tokens.life().toSeconds())
            .put("scope", Assertion.SCOPE)
            .put("token_type", "Bearer"));
  }

  private void grant(Map<String, List<String>> form) {
    String type = first(form, "grant_type");
    switch (type) {
      case ASSERTION ->
          Assertion.require(first(form, "assertion"), account, audience.get(), clock.instant());
      case "refresh_token" -> {
        if (!account.isUser(
            first(form, "client_id"), first(form, "client_secret"), first(form, "refresh_token"))) {
          throw new BadGrant("invalid_grant", "Token has been expired or revoked.");
        }
      }
      default -> throw new BadGrant("unsupported_grant_type", "Invalid grant_type: " + type);
    }
  }

  private static String first(Map<String, List<String>> form, String name) {
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  private static Response refused(String error, String description) {
    return Response.json(
        400, Json.object().put("error", error).put("error_description", description));
  }
}
