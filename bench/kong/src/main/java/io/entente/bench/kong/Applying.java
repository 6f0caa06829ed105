package io.entente.bench.kong;

import io.entente.connector.kong.KongConnector;
import io.entente.connector.spi.StepOutcome;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.identity.ApiName;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Changes plugins on routes through the connector, in groups as the hub does. */
final class Applying {

  private static final Set<Claim> OURS =
      Set.of(new Claim.Whole(Set.of(new ClaimSource.OfApi(new ApiName("bench"), 1))));

  private Applying() {}

  /** Steps of a plan: plugins made, changed or removed by what is given of their limits. */
  static List<Step> steps(int count, OptionalInt before, OptionalInt after) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new Step(
                    i + 1,
                    new Change(
                        new ObjectKey("plugins", Plugins.oursId(i)),
                        object(i, before),
                        object(i, after))))
        .toList();
  }

  private static Optional<NativeObject> object(int number, OptionalInt limit) {
    if (limit.isEmpty()) {
      return Optional.empty();
    }
    var key = new ObjectKey("plugins", Plugins.oursId(number));
    var tree = JsonTree.read(Plugins.ours(number, limit.getAsInt()), TreeLimits.DOCUMENT);
    return Optional.of(new NativeObject(key, new Content.Tree(tree), OURS));
  }

  /** Milliseconds the connector takes; every step must be done. */
  static double run(KongConnector connector, List<Step> steps) {
    var applier = connector.applier().orElseThrow();
    long begun = System.nanoTime();
    var left = steps;
    while (!left.isEmpty()) {
      var group = left.subList(0, applier.together(left));
      for (StepOutcome outcome : applier.apply(group, Map.of())) {
        if (!outcome.done()) {
          throw new IllegalStateException("a step failed: " + outcome);
        }
      }
      left = left.subList(group.size(), left.size());
    }
    return (System.nanoTime() - begun) / 1e6;
  }
}
