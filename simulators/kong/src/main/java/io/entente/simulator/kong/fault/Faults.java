package io.entente.simulator.kong.fault;

import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.http.Answer;
import io.entente.simulator.kong.http.Delivery;
import io.entente.simulator.kong.http.Handler;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The switchboard of faults of one node. Any thread. */
public final class Faults {

  private final LongSupplier nowMillis;
  private List<ArmedFault> armed = List.of();

  public Faults(LongSupplier nowMillis) {
    this.nowMillis = nowMillis;
  }

  /** Replaces all faults; counting starts anew. */
  public synchronized void set(List<Fault> faults) {
    armed = faults.stream().map(ArmedFault::new).toList();
  }

  /** Replaces all faults by one. */
  public void set(Effect effect, Trigger trigger) {
    set(List.of(new Fault(effect, trigger)));
  }

  /** No more faults. */
  public void clear() {
    set(List.of());
  }

  /** The faults that are armed. */
  public synchronized List<Fault> armed() {
    return armed.stream().map(ArmedFault::fault).toList();
  }

  /** How often each armed fault has struck, in their order. */
  public synchronized List<Integer> struck() {
    return armed.stream().map(ArmedFault::struck).toList();
  }

  /** Answers a request, with what the faults make of it. */
  public Answer serve(Request request, Handler handler) {
    var struckBy = new ArrayList<Effect>();
    synchronized (this) {
      long now = nowMillis.getAsLong();
      for (ArmedFault fault : armed) {
        if (fault.strikes(request, now)) {
          struckBy.add(fault.fault().effect());
        }
      }
    }
    Delivery delivery = Delivery.WHOLE;
    for (Effect effect : struckBy) {
      if (effect instanceof Effect.Delay delay) {
        pause(delay.millis());
      } else if (effect instanceof Effect.ForeignEdit edit) {
        handler.handle(edit.change());
      } else if (effect instanceof Effect.CutAnswer) {
        delivery = Delivery.CUT;
      } else if (effect instanceof Effect.LoseAnswer) {
        delivery = Delivery.DROPPED;
      } else {
        return instead(effect);
      }
    }
    return new Answer(handler.handle(request), delivery);
  }

  private static Answer instead(Effect effect) {
    if (effect instanceof Effect.TooManyRequests tooMany) {
      return Answer.whole(
          message(429, "API rate limit exceeded")
              .with("Retry-After", String.valueOf(tooMany.retryAfterSeconds())));
    }
    if (effect instanceof Effect.ServerError error) {
      return Answer.whole(message(error.status(), "An unexpected error occurred"));
    }
    return new Answer(Response.empty(500), Delivery.DROPPED);
  }

  private static Response message(int status, String text) {
    return Response.json(status, Json.object().put("message", text));
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
