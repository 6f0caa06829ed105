package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.event.Recording;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.TrafficLog;
import io.entente.translator.kong.ProbedKong.Trial;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.MutationContract.Fate;
import io.entente.translator.testkit.MutationContract.Judge;
import io.entente.translator.testkit.MutationContract.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Holds the documents of a log against what is delivered with the unchanged ones. */
final class LogJudge implements Judge {

  private static final Duration DELAY = Duration.ofSeconds(1);

  /** More than a batch. */
  private static final int EXCHANGES = 205;

  /** Twice the delay, and what the machine may take. */
  private static final Duration PATIENCE = Duration.ofMillis(3_500);

  private static final Map<String, String> UNSEEN =
      Map.of(
          "config.queue.max_entries", "nobody here lets 100,000 entries wait",
          "config.queue.max_retry_time", "no hub is away here for five minutes",
          "config.queue.max_retry_delay", "no delivery fails here",
          "config.queue.initial_retry_delay", "no delivery fails here",
          "config.timeout", "no hub here is slower than that",
          "config.keepalive", "no connection rests here for so long");

  private final ProbedKong kong;
  private final LogHub hub;
  private final Map<ObjectKey, Node.Obj> documents;
  private final Met unchanged;

  /** What the node keeps, and what comes of exchanges on the route and beside it. */
  private record Met(Node kept, List<String> delivered) {}

  LogJudge(ProbedKong kong, LogHub hub, Map<ObjectKey, Node.Obj> documents) {
    this.kong = kong;
    this.hub = hub;
    this.documents = documents;
    assertThat(documents).hasSize(1);
    documents.forEach((key, document) -> assertThat(PluginForm.wrong(key, document)).isEmpty());
    this.unchanged = met(documents).orElseThrow(() -> new AssertionError("refused"));
    assertThat(unchanged.delivered()).hasSize(2);
  }

  static TrafficLog any(Random random) {
    return new TrafficLog(
        DELAY,
        switch (random.nextInt(4)) {
          case 0, 1 -> Recording.ALL;
          case 2 -> Recording.AGGREGATE;
          default -> new Recording.ErrorsAndSample(List.of(2, 10, 1_000).get(random.nextInt(3)));
        });
  }

  @Override
  public Outcome of(ObjectKey key, Mutant mutant) {
    Node.Obj changed = (Node.Obj) mutant.document();
    Optional<String> form = PluginForm.wrong(key, LogHub.withToken(changed));
    if (form.isPresent()) {
      return new Outcome(Fate.CAUGHT, form.get());
    }
    Optional<Met> met = met(Map.of(key, changed));
    if (met.isEmpty()) {
      return new Outcome(Fate.CAUGHT, "schema: refused by the node");
    }
    if (met.get().kept().equals(unchanged.kept())) {
      return new Outcome(Fate.SAME, "the node keeps the same");
    }
    return met.get().delivered().equals(unchanged.delivered())
        ? unseen(mutant)
        : new Outcome(Fate.CAUGHT, "delivery");
  }

  private static Outcome unseen(Mutant mutant) {
    if (mutant.path().startsWith("protocols[")) {
      return new Outcome(Fate.INERT, "a route of HTTP serves no tcp and no tls");
    }
    return new Outcome(
        Fate.SURVIVED, UNSEEN.getOrDefault(mutant.path(), MutationContract.UNEXPLAINED));
  }

  private Optional<Met> met(Map<ObjectKey, Node.Obj> all) {
    Trial trial = kong.trial();
    var kept = new TreeMap<ObjectKey, Node>();
    try {
      for (var document : all.entrySet()) {
        Node.Obj here = trial.carries(LogHub.withToken(document.getValue()));
        Optional<Node> held = kong.hold(ProbedKong.path(document.getKey()), here);
        if (held.isEmpty()) {
          return Optional.empty();
        }
        kept.put(document.getKey(), ProbedKong.kept(held.get()));
      }
      hub.forget();
      kong.burst("/elsewhere", 2);
      kong.burst(trial.path(), EXCHANGES);
      return Optional.of(new Met(kept.firstEntry().getValue(), delivered()));
    } finally {
      all.keySet().forEach(key -> kong.drop(ProbedKong.path(key)));
      kong.drop("routes/" + trial.id());
    }
  }

  /** Each body: how, where, by whom, how many entries, and after how many seconds of silence. */
  private List<String> delivered() {
    long end = System.nanoTime();
    hub.await(EXCHANGES, PATIENCE);
    var delivered = new ArrayList<String>();
    for (LogHub.Delivery one : hub.deliveries()) {
      long seconds = Math.max(0, Math.round((one.at() - end) / 1e9));
      delivered.add(
          "%s %s %s %s: %d entries after %d s"
              .formatted(
                  one.method(),
                  one.path(),
                  one.type(),
                  one.token(),
                  one.entries().size(),
                  seconds));
    }
    return delivered;
  }
}
