package io.entente.hub.apply;

import io.entente.connector.spi.StepOutcome;
import io.entente.model.plan.Step;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ends an apply where a test says, as the death of the process would. */
@Singleton
public final class CrashingProbe implements ApplyProbe {

  /** Where in a step. */
  public enum Side {
    /** The journal says SENDING and nothing was sent. */
    BEFORE_SEND,
    /** The gateway has some steps of its group, by chance, and the journal knows of none. */
    BETWEEN_CALLS,
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

  private volatile Set<Integer> landed = Set.of();

  void dieAt(Place where) {
    landed = Set.of();
    place = Optional.of(where);
  }

  /** Steps of the group of the last death that the gateway has. */
  Set<Integer> landed() {
    return landed;
  }

  @Override
  public void before(Step step) {
    reached(new Place(step.number(), Side.BEFORE_SEND));
  }

  @Override
  public List<StepOutcome> during(List<Step> group, Function<List<Step>, List<StepOutcome>> send) {
    var between =
        place
            .filter(p -> p.side() == Side.BETWEEN_CALLS)
            .filter(p -> group.stream().anyMatch(step -> step.number() == p.step()));
    var part =
        between
            .map(p -> new Random(p.step()))
            .map(chance -> group.stream().filter(step -> chance.nextBoolean()).toList())
            .orElse(group);
    var outcomes = part.isEmpty() ? List.<StepOutcome>of() : send.apply(part);
    landed = part.stream().map(Step::number).collect(Collectors.toUnmodifiableSet());
    between.ifPresent(this::reached);
    return outcomes;
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
