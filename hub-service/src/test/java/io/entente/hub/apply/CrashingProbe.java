package io.entente.hub.apply;

import io.entente.model.plan.Step;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Ends an apply where a test says, as the death of the process would. */
@Singleton
public final class CrashingProbe implements ApplyProbe {

  /** Where in a step. */
  public enum Side {
    /** The journal says SENDING and nothing was sent. */
    BEFORE_SEND,
    /** The gateway has it and the journal does not know. */
    BEFORE_JOURNAL
  }

  /** Which step and where. */
  public record Place(int step, Side side) {}

  /** No handler in the hub catches it. */
  public static final class Died extends Error {
    private static final long serialVersionUID = 1L;

    Died(Place place) {
      super("died at " + place);
    }
  }

  private volatile Optional<Place> place = Optional.empty();

  void dieAt(Place where) {
    place = Optional.of(where);
  }

  @Override
  public void before(Step step) {
    reached(new Place(step.number(), Side.BEFORE_SEND));
  }

  @Override
  public void after(Step step) {
    reached(new Place(step.number(), Side.BEFORE_JOURNAL));
  }

  private void reached(Place here) {
    if (place.filter(here::equals).isPresent()) {
      place = Optional.empty();
      throw new Died(here);
    }
  }
}
