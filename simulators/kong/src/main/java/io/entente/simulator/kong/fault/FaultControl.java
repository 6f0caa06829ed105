package io.entente.simulator.kong.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.http.Handler;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import java.util.List;

/**
 * {@code /faults} on the control port: {@code PUT} replaces, {@code GET} counts, {@code DELETE}
 * ends.
 */
public final class FaultControl implements Handler {

  private final Faults faults;

  public FaultControl(Faults faults) {
    this.faults = faults;
  }

  @Override
  public Response handle(Request request) {
    if (!request.path().equals(List.of("faults"))) {
      return message(404, "only /faults is here");
    }
    switch (request.method()) {
      case "GET" -> {
        ObjectNode body = Json.object();
        faults.struck().forEach(body.putArray("struck")::add);
        return Response.json(200, body);
      }
      case "PUT" -> {
        return replace(request);
      }
      case "DELETE" -> {
        faults.clear();
        return Response.empty(204);
      }
      default -> {
        return message(405, "GET, PUT or DELETE");
      }
    }
  }

  private Response replace(Request request) {
    try {
      faults.set(FaultJson.read(Json.read(request.body())));
      return Response.empty(204);
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
