package io.entente.simulator.apigee.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Answer;
import io.entente.simulator.apigee.http.Delivery;
import io.entente.simulator.apigee.http.Handler;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The switchboard of faults. Any thread. */
public final class Faults {

  private final List<ArmedFault> armed = new ArrayList<>();

  /** Adds a fault to those that are armed. */
  public synchronized void add(Fault fault) {
    armed.add(new ArmedFault(fault));
  }

  /** No more faults. */
  public synchronized void clear() {
    armed.clear();
  }

  /** How often each armed fault has struck, in the order they were added. */
  public synchronized List<Integer> struck() {
    return armed.stream().map(ArmedFault::struck).toList();
  }

  /** Answers a request, with what the faults make of it. */
  public Answer serve(Request request, Handler handler) {
    boolean isCut = false;
    Delivery delivery = Delivery.WHOLE;
    for (Effect effect : striking(request)) {
      Optional<Answer> instead = instead(effect);
      if (instead.isPresent()) {
        return instead.get();
      }
      if (effect instanceof Effect.LoseAnswer) {
        delivery = Delivery.DROPPED;
      } else if (effect instanceof Effect.TruncateBody) {
        delivery = Delivery.CUT;
      } else if (effect instanceof Effect.CutList) {
        isCut = true;
      }
    }
    Response response = handler.handle(request);
    return new Answer(isCut ? CutLists.cut(response) : response, delivery);
  }

  private synchronized List<Effect> striking(Request request) {
    List<Effect> effects = new ArrayList<>();
    for (ArmedFault fault : armed) {
      if (fault.strikes(request)) {
        effects.add(fault.fault().effect());
      }
    }
    return effects;
  }

  private static Optional<Answer> instead(Effect effect) {
    if (effect instanceof Effect.Slow slow) {
      pause(slow.millis());
      return Optional.empty();
    }
    if (effect instanceof Effect.DropConnection) {
      return Optional.of(new Answer(Response.empty(500), Delivery.DROPPED));
    }
    if (effect instanceof Effect.Status status) {
      return Optional.of(
          Answer.whole(Response.json(status.code(), status.body().orElse(body(status.code())))));
    }
    if (effect instanceof Effect.TooManyRequests tooMany) {
      String seconds = String.valueOf(tooMany.retryAfterSeconds());
      return Optional.of(Answer.whole(Response.json(429, body(429)).with("Retry-After", seconds)));
    }
    return Optional.empty();
  }

  private static JsonNode body(int status) {
    for (Code code : Code.values()) {
      if (code.status() == status) {
        return Refusal.of(code, "A fault was asked for.").body();
      }
    }
    var body = Refusal.of(Code.INTERNAL, "A fault was asked for.").body();
    ((ObjectNode) body.path("error")).put("code", status);
    return body;
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
