package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Timeout;
import io.entente.testkit.upstream.Ends;
import io.entente.testkit.upstream.ScriptedUpstream;
import io.entente.testkit.upstream.Unreachable;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.MutationContract.Candidate;
import io.entente.translator.testkit.MutationContract.Fate;
import io.entente.translator.testkit.MutationContract.Judge;
import io.entente.translator.testkit.MutationContract.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Holds the service and the upstream of an API that we make against what becomes of exchanges with
 * the unchanged ones; each change on a node of its own, as they mostly wait.
 */
final class ServiceJudge implements Judge {

  private static final int AT_ONCE = 8;
  private static final int FAILING = 502;

  private final PolicyKind kind;
  private final Map<ObjectKey, Node.Obj> documents;
  private final ScriptedUpstream upstream;
  private final Map<Mutant, Optional<Met>> met = new HashMap<>();
  private Met unchanged = new Met("", List.of());

  /** What the node keeps of the changed entity, and what became of the exchanges. */
  private record Met(String kept, List<String> seen) {}

  ServiceJudge(PolicyKind kind, Map<ObjectKey, Node.Obj> documents, ScriptedUpstream upstream) {
    this.kind = kind;
    this.documents = documents;
    this.upstream = upstream;
  }

  /** What the policy has a say in. */
  static boolean isOf(PolicyKind kind, Mutant mutant, ObjectKey key) {
    Set<String> fields =
        switch (kind.kindName()) {
          case "timeout" -> Set.of("connect_timeout", "read_timeout", "write_timeout");
          case "retry" ->
              ((Retry) kind).perTryTimeout().isPresent()
                  ? Set.of("retries", "read_timeout")
                  : Set.of("retries");
          default -> Set.of();
        };
    return key.kind().equals("services")
        ? fields.contains(mutant.path())
        : key.kind().equals("upstreams") && mutant.path().startsWith("healthchecks");
  }

  @Override
  public void expect(List<Candidate> candidates) {
    ExecutorService several = Executors.newFixedThreadPool(AT_ONCE);
    try {
      ObjectKey any = documents.keySet().iterator().next();
      Future<Optional<Met>> meanwhile = several.submit(() -> meet(documents, any));
      var waiting = new HashMap<Mutant, Future<Optional<Met>>>();
      for (Candidate candidate : candidates) {
        var changed = new TreeMap<>(documents);
        changed.put(candidate.key(), (Node.Obj) candidate.mutant().document());
        waiting.put(candidate.mutant(), several.submit(() -> meet(changed, candidate.key())));
      }
      for (var each : waiting.entrySet()) {
        met.put(each.getKey(), each.getValue().get());
      }
      unchanged = meanwhile.get().orElseThrow(() -> new AssertionError("refused"));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      several.shutdownNow();
    }
    assertThat(unchanged.seen().stream().distinct().count()).as("%s", kind).isGreaterThan(1);
  }

  @Override
  public Outcome of(ObjectKey key, Mutant mutant) {
    List<String> complaints = SchemaJudge.complaints(key.kind(), (Node.Obj) mutant.document());
    if (!complaints.isEmpty()) {
      return new Outcome(Fate.CAUGHT, "schema: " + complaints.get(0));
    }
    Optional<Met> found = met.getOrDefault(mutant, Optional.empty());
    if (found.isEmpty()) {
      return new Outcome(Fate.CAUGHT, "schema: refused by the node");
    }
    if (!found.get().seen().equals(unchanged.seen())) {
      return new Outcome(Fate.CAUGHT, "exchange");
    }
    return found.get().kept().equals(kept(key))
        ? new Outcome(Fate.SAME, "the node keeps the same")
        : unseen(mutant.path());
  }

  private String kept(ObjectKey key) {
    try (var node = new ServedKong()) {
      assertThat(node.hold(documents)).isEmpty();
      return node.kept(key);
    }
  }

  private static Outcome unseen(String path) {
    if (path.matches(
        "healthchecks[.]active[.](concurrency|http_path|https_verify_certificate"
            + "|(un)?healthy[.]http_.*)")) {
      return new Outcome(Fate.INERT, "of one target that is asked for a connection only");
    }
    if (path.equals("healthchecks.passive.healthy.successes")) {
      return new Outcome(Fate.INERT, "a target that is left alone is asked for nothing");
    }
    if (path.equals("healthchecks.threshold")) {
      return new Outcome(Fate.INERT, "one target is there as a whole or not at all");
    }
    if (path.startsWith("healthchecks.active")) {
      return new Outcome(Fate.SURVIVED, "shows after openFor, an hour, only");
    }
    if (path.equals("write_timeout")) {
      return new Outcome(Fate.SURVIVED, "no upstream here stops to read");
    }
    return new Outcome(
        Fate.SURVIVED,
        path.endsWith("_timeout")
            ? "what is slow here takes five times as long, or for ever"
            : MutationContract.UNEXPLAINED);
  }

  private Optional<Met> meet(Map<ObjectKey, Node.Obj> objects, ObjectKey key) {
    try (var node = new ServedKong()) {
      if (node.hold(objects).isPresent()) {
        return Optional.empty();
      }
      var ends = new Ends(upstream, URI.create("http://127.0.0.1:" + node.port() + "/"));
      return Optional.of(
          new Met(
              node.kept(key),
              kind instanceof CircuitBreaker rule
                  ? sick(ends, node, objects, rule.consecutiveFailures())
                  : slow(ends, node, objects)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> slow(Ends ends, ServedKong node, Map<ObjectKey, Node.Obj> objects)
      throws Exception {
    var seen = new ArrayList<>(ends.ofTroubles(List.of(500, 503)));
    if (kind instanceof Timeout) {
      try (var full = Unreachable.full()) {
        assertThat(node.hold(withPort(objects, full.port()))).isEmpty();
        seen.add(ends.of(200));
      }
    }
    return seen;
  }

  /** Rows of failures with every status between them. */
  private static List<String> sick(
      Ends ends, ServedKong node, Map<ObjectKey, Node.Obj> objects, int failures) throws Exception {
    var seen = new ArrayList<String>();
    int row = 2 * failures + 2;
    for (int status : statuses()) {
      for (int i = 1; i < 2 * failures; i++) {
        seen.add(status + ": " + ends.of(i == failures ? status : FAILING));
      }
      seen.add(ends.of(200));
      heal(node, objects);
    }
    for (int status = 513; status < 600; status++) {
      for (int i = 0; i < failures; i++) {
        seen.add(status + ": " + ends.of(status));
      }
      seen.add(ends.of(200));
      heal(node, objects);
    }
    for (int i = 0; i < row; i++) {
      seen.add(ends.of(FAILING));
    }
    heal(node, objects);
    assertThat(node.hold(withTime(objects))).isEmpty();
    for (int i = 0; i < row; i++) {
      seen.add(ends.ofSilence());
    }
    heal(node, objects);
    try (var closed = Unreachable.closed()) {
      assertThat(node.hold(withTarget(objects, closed.port()))).isEmpty();
      for (int i = 0; i < row; i++) {
        seen.add(ends.of(200));
      }
    }
    return seen;
  }

  private static List<Integer> statuses() {
    return IntStream.concat(
            IntStream.of(200, 226, 451),
            IntStream.concat(
                IntStream.concat(IntStream.rangeClosed(201, 209), IntStream.rangeClosed(300, 309)),
                IntStream.concat(IntStream.rangeClosed(400, 432), IntStream.rangeClosed(500, 512))))
        .boxed()
        .toList();
  }

  private static void heal(ServedKong node, Map<ObjectKey, Node.Obj> objects) {
    objects.forEach(
        (key, object) -> {
          if (key.kind().equals("targets")) {
            node.heals(ServedKong.upstreamOf(object), key.nativeId());
          }
        });
  }

  private static Map<ObjectKey, Node.Obj> withPort(Map<ObjectKey, Node.Obj> objects, int port) {
    return changed(objects, "services", "port", Node.number(port));
  }

  private static Map<ObjectKey, Node.Obj> withTime(Map<ObjectKey, Node.Obj> objects) {
    return changed(objects, "services", "read_timeout", Node.number(Ends.SHORT.toMillis() / 2));
  }

  private static Map<ObjectKey, Node.Obj> withTarget(Map<ObjectKey, Node.Obj> objects, int port) {
    return changed(objects, "targets", "target", Node.text("127.0.0.1:" + port));
  }

  private static Map<ObjectKey, Node.Obj> changed(
      Map<ObjectKey, Node.Obj> objects, String kind, String field, Node value) {
    var changed = new TreeMap<>(objects);
    changed.replaceAll(
        (key, object) -> key.kind().equals(kind) ? object.with(field, value) : object);
    return changed;
  }
}
