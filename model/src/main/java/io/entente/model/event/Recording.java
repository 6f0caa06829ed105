package io.entente.model.event;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is kept of the requests that a gateway tells of. */
public sealed interface Recording {

  /** The whole of every request; what holds where nothing else is said. */
  Recording ALL = new All();

  /** No request one by one, but exact counts of them. */
  Recording AGGREGATE = new Aggregate();

  /** The word by which a gateway tells it with what it delivers. */
  String word();

  /** The share of the requests that did not fail which is kept, 0 to 1. */
  double share();

  /** {@code event} as it is kept one by one, with its weight; empty where it is left out. */
  Optional<TrafficEvent> kept(TrafficEvent event);

  /** The recording of a {@link #word}; empty for any other text. */
  static Optional<Recording> of(String word) {
    if (word.equals(ALL.word())) {
      return Optional.of(ALL);
    }
    if (word.equals(AGGREGATE.word())) {
      return Optional.of(AGGREGATE);
    }
    var sampled = ErrorsAndSample.WORD.matcher(word);
    return sampled.matches()
        ? Optional.of(Integer.parseInt(sampled.group(1)))
            .filter(ErrorsAndSample::possible)
            .map(ErrorsAndSample::new)
        : Optional.empty();
  }

  /** The one of two that leaves less out. */
  static Recording fuller(Recording one, Recording other) {
    return one.share() >= other.share() ? one : other;
  }

  /** Every request. */
  record All() implements Recording {

    @Override
    public String word() {
      return "all";
    }

    @Override
    public double share() {
      return 1;
    }

    @Override
    public Optional<TrafficEvent> kept(TrafficEvent event) {
      return Optional.of(event);
    }
  }

  /** Counts of the requests, and none of them one by one. */
  record Aggregate() implements Recording {

    @Override
    public String word() {
      return "aggregate";
    }

    @Override
    public double share() {
      return 0;
    }

    @Override
    public Optional<TrafficEvent> kept(TrafficEvent event) {
      return Optional.empty();
    }
  }

  /**
   * Every request that failed, and of the others one in so many, which stands for that many. Which
   * ones its id decides, so that a second delivery of the same request is decided alike.
   *
   * @param oneIn 2 to 1,000,000, a divisor of 1,000,000: a share that every gateway can say exactly
   */
  record ErrorsAndSample(int oneIn) implements Recording {

    /** What every {@code oneIn} divides. */
    public static final int WHOLE = 1_000_000;

    private static final Pattern WORD = Pattern.compile("errors-and-1-in-([1-9][0-9]{0,6})");

    public ErrorsAndSample {
      if (!possible(oneIn)) {
        throw new IllegalArgumentException(
            "oneIn " + oneIn + " is not a divisor of 1000000 in 2..1000000");
      }
    }

    /** Whether a sample can be one in so many. */
    public static boolean possible(int oneIn) {
      return oneIn >= 2 && oneIn <= WHOLE && WHOLE % oneIn == 0;
    }

    @Override
    public String word() {
      return "errors-and-1-in-" + oneIn;
    }

    @Override
    public double share() {
      return 1.0 / oneIn;
    }

    @Override
    public Optional<TrafficEvent> kept(TrafficEvent event) {
      if (event.failed()) {
        return Optional.of(event);
      }
      return Long.remainderUnsigned(Scatter.of(event.gateway() + " " + event.id()), oneIn) == 0
          ? Optional.of(event.weighing(Math.multiplyExact(event.weight(), oneIn)))
          : Optional.empty();
    }
  }
}
