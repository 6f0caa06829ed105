package io.entente.testkit.upstream;

import io.entente.engine.upstream.Chance;
import io.entente.engine.upstream.Doing;
import io.entente.engine.upstream.Upstream;
import java.time.Duration;
import java.util.List;

/** One endpoint that plays a script, and no chance. */
public final class Played {

  private Played() {}

  public static Upstream of(List<Doing> script) {
    return new Upstream() {
      @Override
      public List<String> endpoints() {
        return List.of("one");
      }

      @Override
      public Doing next(String endpoint, int attempt) {
        return script.get(attempt);
      }
    };
  }

  /** The first endpoint, and so many times the bound of each wait: 0 or 1. */
  public static Chance chance(int longest) {
    return new Chance() {
      @Override
      public String endpoint(List<String> endpoints) {
        return endpoints.get(0);
      }

      @Override
      public Duration wait(Duration bound) {
        return bound.multipliedBy(longest);
      }
    };
  }
}
