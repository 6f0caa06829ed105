package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.engine.Trust;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TargetRef;
import io.entente.policy.TrafficLog;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.kong.ProbedKong.Probe;
import io.entente.translator.kong.ProbedKong.Trial;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.Policies;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Judged by the recorded schemas, by the marks of ownership, by the protocols a route may serve,
 * and by what callers, or whoever takes the logs, meet on a simulated node.
 */
@Tag("long")
class MutationTest extends MutationContract {

  private static final Trust TRUST =
      new Trust(Map.of("alice-key", "alice", "bob-key", "bob"), Map.of());

  private static ProbedKong kong;
  private static LogHub hub;

  private int next;

  @BeforeAll
  static void start() throws IOException {
    kong = new ProbedKong();
    hub = new LogHub();
  }

  @AfterAll
  static void stop() {
    kong.close();
    hub.close();
  }

  @Override
  protected Policy any(Random random) {
    int which = next++ % (SmallPolicies.KINDS + 1);
    return Policies.enforcing(
        "p", which == SmallPolicies.KINDS ? LogJudge.any(random) : SmallPolicies.of(which, random));
  }

  @Override
  protected Set<String> kinds() {
    return Set.of(
        "rateLimit",
        "spikeArrest",
        "quota",
        "accessBlock",
        "requestSize",
        "correlationId",
        "ipFilter",
        "headerTransform",
        "cors",
        "botDetection",
        "apiKey",
        "trafficLog");
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    return policies.get(0).spec().kind() instanceof TrafficLog
        ? hub.translate(policies)
        : Worlds.translate(policies);
  }

  @Override
  protected int rounds() {
    return 60;
  }

  @Override
  protected int mostOfOne() {
    return 12;
  }

  @Override
  protected Judge judge(Policy policy, Translation translation) {
    Map<ObjectKey, Node.Obj> documents = trees(translation);
    return policy.spec().kind() instanceof TrafficLog
        ? new LogJudge(kong, hub, documents)
        : new KongJudge(policy, documents);
  }

  private static Map<ObjectKey, Node.Obj> trees(Translation translation) {
    var trees = new TreeMap<ObjectKey, Node.Obj>();
    translation
        .objects()
        .forEach(
            (key, object) -> trees.put(key, (Node.Obj) ((Content.Tree) object.content()).root()));
    return trees;
  }

  /** Holds the documents of one policy against what callers meet with the unchanged ones. */
  private static final class KongJudge implements Judge {

    private final Map<ObjectKey, Node.Obj> documents;
    private final List<Probe> probes;
    private final Met unchanged;

    /** What the node keeps, and what is met on the route and beside it. */
    private record Met(Map<ObjectKey, Node> kept, List<String> here, List<String> elsewhere) {}

    KongJudge(Policy policy, Map<ObjectKey, Node.Obj> documents) {
      this.documents = documents;
      this.probes = KongProbes.of(policy.spec().kind());
      this.unchanged = meet(documents).orElseThrow(() -> new AssertionError("refused"));
      assertThat(documents.keySet())
          .allMatch(key -> PluginForm.wrong(key, documents.get(key)).isEmpty());
      if (!(policy.spec().kind() instanceof SpikeArrest)) {
        assertThat(unchanged.here().stream().map(met -> passed(met)).toList())
            .as("%s", policy)
            .isEqualTo(meant(policy));
      }
    }

    @Override
    public Outcome of(ObjectKey key, Mutant mutant) {
      Node.Obj changed = (Node.Obj) mutant.document();
      Optional<String> form = PluginForm.wrong(key, changed);
      if (form.isPresent()) {
        return new Outcome(Fate.CAUGHT, form.get());
      }
      var all = new TreeMap<>(documents);
      all.put(key, changed);
      Optional<Met> met = meet(all);
      if (met.isEmpty()) {
        return new Outcome(Fate.CAUGHT, "schema: refused by the node");
      }
      if (met.get().kept().equals(unchanged.kept())) {
        return new Outcome(Fate.SAME, "the node keeps the same");
      }
      if (!met.get().here().equals(unchanged.here())
          || !met.get().elsewhere().equals(unchanged.elsewhere())) {
        return new Outcome(Fate.CAUGHT, "exchange");
      }
      return unseen(changed, mutant);
    }

    private static Outcome unseen(Node.Obj changed, Mutant mutant) {
      Node.Obj config = (Node.Obj) Recorded.field(changed, "config");
      boolean local = config.field("policy").equals(Optional.of(Node.text("local")));
      String path = mutant.path();
      if (local && (path.startsWith("config.redis") || path.equals("config.sync_rate"))) {
        return new Outcome(Fate.INERT, "nothing of it acts while config.policy is local");
      }
      if (local && path.equals("config.fault_tolerant")) {
        return new Outcome(
            Fate.INERT, "counts of one node are kept in its memory, which never fails");
      }
      if (path.startsWith("protocols[")) {
        return new Outcome(Fate.INERT, "a route of HTTP serves no tcp and no tls");
      }
      if (path.equals("config.status") && mutant.change().equals("dropped")) {
        return new Outcome(Fate.SURVIVED, "without it ip-restriction answers 403 all the same");
      }
      if (path.equals("config.limit_by") && mutant.change().equals("dropped")) {
        return new Outcome(
            Fate.SURVIVED, "consumer, the default, is the address where nobody authenticates");
      }
      if (Set.of("config.origins", "config.origins[0]").contains(path)
          && mutant.change().equals("dropped")) {
        // of named origins it shows
        return new Outcome(
            Fate.SURVIVED, "without origins cors lets every origin in, as was written");
      }
      return new Outcome(Fate.SURVIVED, UNEXPLAINED);
    }

    private Optional<Met> meet(Map<ObjectKey, Node.Obj> all) {
      Trial trial = kong.trial();
      var kept = new TreeMap<ObjectKey, Node>();
      try {
        for (var document : all.entrySet()) {
          Node.Obj here = trial.carries(document.getValue());
          Optional<Node> held = kong.hold(ProbedKong.path(document.getKey()), here);
          if (held.isEmpty()) {
            return Optional.empty();
          }
          kept.put(document.getKey(), ProbedKong.kept(held.get()));
        }
        return Optional.of(
            new Met(
                kept,
                kong.meet(trial.path(), probes),
                kong.meet("/elsewhere", probes.subList(0, Math.min(6, probes.size())))));
      } finally {
        all.keySet().forEach(key -> kong.drop(ProbedKong.path(key)));
        kong.drop("routes/" + trial.id());
      }
    }

    private static boolean passed(String met) {
      return !met.endsWith("| upstream: ");
    }

    private List<Boolean> meant(Policy policy) {
      var policies = List.of(new EffectivePolicy(policy, TargetRef.Kind.TENANT));
      var state = new State(1_000);
      var meant = new ArrayList<Boolean>();
      for (Probe probe : probes) {
        var headers = new TreeMap<String, List<String>>();
        for (String header : probe.headers()) {
          int colon = header.indexOf(':');
          headers
              .computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>())
              .add(header.substring(colon + 1).strip());
        }
        var exchange =
            new Exchange(
                new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all")),
                probe.method(),
                "/",
                new Headers(headers),
                probe.body().length(),
                Optional.of(probe.from()),
                Optional.empty());
        Exchange asked = exchange.withQuery(probe.query());
        meant.add(
            PolicyEngine.evaluateRequest(policies, asked, TRUST, state, Instant.EPOCH)
                instanceof Decision.Pass);
      }
      return meant;
    }
  }
}
