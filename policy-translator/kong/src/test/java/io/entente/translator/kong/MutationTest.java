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
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.ApiKey;
import io.entente.policy.BasicAuth;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.LogMasking;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.policy.ResponseCache;
import io.entente.policy.Retry;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TargetRef;
import io.entente.policy.Timeout;
import io.entente.policy.TrafficLog;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.testkit.upstream.Ends;
import io.entente.testkit.upstream.ScriptedUpstream;
import io.entente.translator.Translation;
import io.entente.translator.kong.ProbedKong.Probe;
import io.entente.translator.kong.ProbedKong.Trial;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.RandomMediation;
import java.io.IOException;
import java.time.Duration;
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

  private static final int ROUNDS = 60;

  /** Kinds of the second tier, by turns. */
  private static final int LATER = 28;

  private static final Duration SHORT = Ends.SHORT;

  /** Kinds that stand on a service that we make. */
  private static final Set<String> SERVED = Set.of("timeout", "retry", "circuitBreaker");

  private static final Trust TRUST =
      new Trust(
          Map.of("alice-key", "alice", "bob-key", "bob"),
          Map.of(),
          Map.of("alice:of alice", "alice", "bob:of bob", "bob"));

  private static ProbedKong kong;
  private static LogHub hub;
  private static ScriptedUpstream upstream;

  private int next;
  private Optional<PolicyKind> translated = Optional.empty();

  @BeforeAll
  static void start() throws IOException {
    kong = new ProbedKong();
    hub = new LogHub();
    upstream = new ScriptedUpstream();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    kong.close();
    hub.close();
    upstream.close();
  }

  @Override
  protected Policy any(Random random) {
    return Policies.enforcing("p", kind(next++, random));
  }

  private static PolicyKind kind(int round, Random random) {
    if (round >= ROUNDS) {
      return switch (round % 7) {
        case 4 -> new Timeout(Optional.of(SHORT), Optional.empty(), Optional.of(SHORT));
        case 5 ->
            new Retry(
                1 + random.nextInt(4),
                List.of(Retry.On.CONNECT_FAILURE, Retry.On.RESET),
                List.of(),
                random.nextBoolean() ? Optional.of(SHORT) : Optional.empty(),
                Optional.empty(),
                List.of("GET"));
        case 6 ->
            new CircuitBreaker(
                2 + random.nextInt(2),
                CircuitBreaker.Failures.values()[random.nextInt(2)],
                Duration.ofHours(1));
        case 0 -> password(random);
        case 1 -> ConsumerAccessMeaningTest.rule(random);
        case 2 -> ResponseCacheMeaningTest.policies(random).get(0).spec().kind();
        default -> RandomMediation.logMasking(random);
      };
    }
    int which = round % (SmallPolicies.KINDS + 1);
    return which == SmallPolicies.KINDS ? LogJudge.any(random) : SmallPolicies.of(which, random);
  }

  private static BasicAuth password(Random random) {
    BasicAuth any = RandomAccess.basicAuth(random);
    return new BasicAuth(
        any.realm(), any.hideCredential(), Preflight.CHECK, ApiKey.Credentials.VENDOR);
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
        "trafficLog",
        "basicAuth",
        "consumerAccess",
        "responseCache",
        "logMasking",
        "timeout",
        "retry",
        "circuitBreaker");
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    PolicyKind kind = policies.get(0).spec().kind();
    translated = Optional.of(kind);
    if (SERVED.contains(kind.kindName())) {
      return new KongTranslator().translate(Worlds.made(upstream.port(), policies));
    }
    if (kind instanceof LogMasking) {
      var log = Policies.enforcing("log", new TrafficLog(Duration.ofSeconds(1)));
      return hub.translate(List.of(policies.get(0), log));
    }
    return kind instanceof TrafficLog ? hub.translate(policies) : Worlds.translate(policies);
  }

  @Override
  protected int rounds() {
    return ROUNDS + LATER;
  }

  @Override
  protected int mostOfOne() {
    return 12;
  }

  /** Of a log those parts only that a mask is of, and so of a service. */
  @Override
  protected List<Mutant> mutants(NativeObject object, Translation translation, Random random) {
    PolicyKind kind = translated.orElseThrow();
    return super.mutants(object, translation, random).stream()
        .filter(
            mutant ->
                !SERVED.contains(kind.kindName()) || ServiceJudge.isOf(kind, mutant, object.key()))
        .filter(mutant -> !(kind instanceof LogMasking) || mutant.path().startsWith(MaskJudge.PART))
        .toList();
  }

  @Override
  protected Judge judge(Policy policy, Translation translation) {
    Map<ObjectKey, Node.Obj> documents = trees(translation);
    PolicyKind kind = policy.spec().kind();
    if (SERVED.contains(kind.kindName())) {
      return new ServiceJudge(kind, documents, upstream);
    }
    if (kind instanceof LogMasking) {
      return new MaskJudge(kong, hub, documents);
    }
    return kind instanceof TrafficLog
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
    private final boolean keys;
    private final int few;
    private final Met unchanged;

    /** What the node keeps, and what is met on the route and beside it. */
    private record Met(Map<ObjectKey, Node> kept, List<String> here, List<String> elsewhere) {}

    KongJudge(Policy policy, Map<ObjectKey, Node.Obj> documents) {
      this.documents = documents;
      PolicyKind kind = policy.spec().kind();
      this.probes = KongProbes.of(kind);
      this.keys = kind instanceof ConsumerAccess;
      // an answer that is kept shows only when it is asked for again
      this.few = kind instanceof ResponseCache ? 60 : 6;
      this.unchanged = meet(documents).orElseThrow(() -> new AssertionError("refused"));
      assertThat(documents.keySet())
          .allMatch(key -> PluginForm.wrong(key, documents.get(key)).isEmpty());
      // what these mean is not said by one request alone
      boolean more = kind instanceof SpikeArrest || kind instanceof ResponseCache;
      if (!more && !keys) {
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
      if (path.equals("config.ignore_uri_case")) {
        return new Outcome(Fate.SURVIVED, "no two paths here differ in case only");
      }
      if (mutant.change().contains("transfer-encoding")) {
        return new Outcome(
            Fate.SURVIVED, "who sends chunks tells no content-length, by which keys differ, too");
      }
      if (path.equals("config.cache_ttl")) {
        return new Outcome(Fate.SURVIVED, "shows after five minutes only");
      }
      if (path.matches("config.request_method(.1.*)?")) {
        return new Outcome(Fate.INERT, "of a HEAD there is no body to be kept");
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
      if (keys) {
        kong.asksForKeys(trial);
      }
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
                kong.meet("/elsewhere", probes.subList(0, Math.min(few, probes.size())))));
      } finally {
        all.keySet().forEach(key -> kong.drop(ProbedKong.path(key)));
        kong.asksForNoKeys();
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
