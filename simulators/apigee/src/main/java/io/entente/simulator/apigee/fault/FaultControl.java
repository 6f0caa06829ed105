package io.entente.simulator.apigee.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.http.Handler;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;

/** {@code POST} arms one more fault, {@code GET} counts, {@code DELETE} ends all. */
public final class FaultControl implements Handler {

  private final Faults faults;

  public FaultControl(Faults faults) {
    this.faults = faults;
  }

  @Override
  public Response handle(Request request) {
    return switch (request.method()) {
      case "GET" -> {
        ObjectNode body = Json.object();
        faults.struck().forEach(body.putArray("struck")::add);
        yield Response.json(200, body);
      }
      case "POST" -> add(request);
      case "DELETE" -> {
        faults.clear();
        yield Response.json(200, Json.object());
      }
      default -> message(405, "GET, POST or DELETE");
    };
  }

  private Response add(Request request) {
    try {
      faults.add(FaultJson.read(Json.read(request.body())));
      return Response.json(200, Json.object());
    } catch (JsonProcessingException e) {
      return message(400, "not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return message(400, String.valueOf(e.getMessage()));
    }
  }

  private static Response message(int status, String text) {
    return Response.json(status, Json.object().put("message", text));
  }
}
