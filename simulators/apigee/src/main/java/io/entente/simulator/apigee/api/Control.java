package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.discovery.Traffic;
import io.entente.simulator.apigee.fault.FaultControl;
import io.entente.simulator.apigee.http.Handler;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.oauth.ServiceAccount;
import java.util.List;
import java.util.function.Supplier;

/** {@code /_simulator}: what Google does not have. */
public final class Control implements Handler {

  private final ServiceAccount account;
  private final Supplier<String> tokenUri;
  private final Traffic traffic;
  private final ImportedBundles imported;
  private final FaultControl faults;

  public Control(
      ServiceAccount account,
      Supplier<String> tokenUri,
      Traffic traffic,
      ImportedBundles imported,
      FaultControl faults) {
    this.account = account;
    this.tokenUri = tokenUri;
    this.traffic = traffic;
    this.imported = imported;
    this.faults = faults;
  }

  @Override
  public Response handle(Request request) {
    List<String> path = request.path();
    return switch (path.size() < 2 ? "" : path.get(1)) {
      case "credential" -> credential(request);
      case "validation" -> Response.json(200, traffic.toJson());
      case "bundles" -> path.size() == 2 ? list() : bundle(path.get(2));
      case "faults" -> faults.handle(request);
      default -> notFound("credential, validation, bundles and faults are here");
    };
  }

  private Response credential(Request request) {
    boolean isUser = request.argument("type").orElse("").equals("authorized_user");
    return Response.json(
        200, isUser ? account.userFile(tokenUri.get()) : account.keyFile(tokenUri.get()));
  }

  private Response list() {
    return Response.json(200, imported.toJson());
  }

  private Response bundle(String number) {
    if (!number.matches("\\d{1,6}")) {
      return notFound("'" + number + "' is no number");
    }
    return imported
        .at(Integer.parseInt(number))
        .map(entry -> Response.bytes("application/zip", entry.bundle().zip()))
        .orElseGet(() -> notFound("no bundle has the number " + number));
  }

  private static Response notFound(String message) {
    return Response.json(404, Json.object().put("message", message));
  }
}
