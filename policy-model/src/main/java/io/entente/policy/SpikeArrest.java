package io.entente.policy;

import java.time.Duration;

/**
 * Requests spread over time: after {@code burst} at once, one every {@code per / rate} per key;
 * earlier ones are answered 429.
 *
 * @param rate 1 to 1,000,000
 * @param per over what time
 * @param burst how many may come at once after silence, 1 to 1,000,000
 * @param key what is counted apart
 * @param onMissingKey what happens to a request that has no key
 */
public record SpikeArrest(int rate, Per per, int burst, LimitKey key, OnMissingKey onMissingKey)
    implements PolicyKind {

  /** The largest rate and burst. */
  public static final int LARGEST = 1_000_000;

  public SpikeArrest {
    require("rate", rate);
    require("burst", burst);
  }

  @Override
  public String kindName() {
    return "spikeArrest";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }

  /** Over what time a rate is said. */
  public enum Per {
    SECOND(Duration.ofSeconds(1)),
    MINUTE(Duration.ofMinutes(1));

    private final Duration length;

    Per(Duration length) {
      this.length = length;
    }

    public Duration length() {
      return length;
    }
  }

  private static void require(String name, int value) {
    if (value < 1 || value > LARGEST) {
      throw new IllegalArgumentException(name + " " + value + " is not in 1.." + LARGEST);
    }
  }
}
