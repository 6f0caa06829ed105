package io.entente.model.plan;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Optional;

/** One object of the gateway before and after. At least one side is present. */
public record Change(ObjectKey key, Optional<NativeObject> before, Optional<NativeObject> after) {

  public Change {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("change of " + key + " has neither before nor after");
    }
    before.ifPresent(o -> requireKey(key, o));
    after.ifPresent(o -> requireKey(key, o));
  }

  public Action action() {
    if (before.isEmpty()) {
      return Action.CREATE;
    }
    return after.isEmpty() ? Action.DELETE : Action.UPDATE;
  }

  private static void requireKey(ObjectKey key, NativeObject object) {
    if (!object.key().equals(key)) {
      throw new IllegalArgumentException("change of " + key + " holds object " + object.key());
    }
  }
}
