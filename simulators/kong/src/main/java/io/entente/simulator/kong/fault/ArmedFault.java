package io.entente.simulator.kong.fault;

import io.entente.simulator.kong.http.Request;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A fault with what it has counted. Not thread-safe: the switchboard guards it. */
final class ArmedFault {

  private static final Set<String> NO_LISTS = Set.of("status", "endpoints", "metrics", "config");

  private final Fault fault;
  private final Random chance;
  private int seen;
  private int struck;
  private long second;
  private int inSecond;

  ArmedFault(Fault fault) {
    this.fault = fault;
    this.chance = new Random(fault.trigger().seed());
  }

  Fault fault() {
    return fault;
  }

  int struck() {
    return struck;
  }

  boolean strikes(Request request, long nowMillis) {
    Trigger trigger = fault.trigger();
    if (!isOn(trigger.on(), request)) {
      return false;
    }
    seen++;
    boolean strikes =
        seen >= trigger.from()
            && struck < trigger.times()
            && isAbove(trigger.perSecond(), nowMillis)
            && (trigger.share() >= 1 || chance.nextDouble() < trigger.share());
    if (strikes) {
      struck++;
    }
    return strikes;
  }

  private boolean isAbove(int perSecond, long nowMillis) {
    if (perSecond == 0) {
      return true;
    }
    if (nowMillis / 1000 != second) {
      second = nowMillis / 1000;
      inSecond = 0;
    }
    inSecond++;
    return inSecond > perSecond;
  }

  private static boolean isCollection(List<String> path) {
    return (path.size() == 1 && !NO_LISTS.contains(path.get(0))) || path.size() == 3;
  }

  private static boolean isOn(Trigger.On on, Request request) {
    boolean isRead = request.method().equals("GET");
    boolean isList = isRead && isCollection(request.path());
    return switch (on) {
      case ANY -> true;
      case READS -> isRead;
      case WRITES -> request.isWrite();
      case LISTS -> isList;
      case NEXT_PAGES -> isList && request.argument("offset").isPresent();
    };
  }
}
