package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.model.event.Recording;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.ApiKey;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.Jwk;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.policy.TrafficLog;
import io.entente.translator.Translation;
import io.entente.translator.apigee.dialect.Trees;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.RandomAgents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * Judged by whether the bundles can be deployed and by what callers, or who takes the logs, meet on
 * a simulated message processor.
 */
@Tag("long")
class MutationTest extends MutationContract {

  private static final int ROUNDS = 33;

  /** Rounds of logs, beside those of the kinds that callers meet. */
  private static final int LOGS = 3;

  /** Kinds of the second tier, by turns. */
  private static final int LATER = 8;

  /** In the names of files of a policy beside the one that is judged. */
  private static final String BESIDE = "_beside";

  private static JumpingClock clock;
  private static RunningApigee apigee;
  private static LogReceiver log;

  private final BundleMutants mutants = new BundleMutants();
  private World world = new World();
  private int next;

  @BeforeAll
  static void start() {
    clock = new JumpingClock(AccessLane.NOW);
    log = new LogReceiver();
    String keys =
        JsonTree.write(
            Node.obj(
                Map.of("keys", Node.arr(JwtMeaningTest.KEYS.stream().map(Jwk::tree).toList()))));
    apigee = new RunningApigee(clock, Map.of(JwtMeaningTest.URL, keys));
    apigee.hasProducts(ConsumerAccessMeaningTest.PRODUCTS);
  }

  @AfterAll
  static void stop() {
    apigee.close();
    log.close();
  }

  @Override
  protected Policy any(Random random) {
    int round = next++;
    return Policies.enforcing("p", kind(round, random));
  }

  private static PolicyKind kind(int round, Random random) {
    if (round < ROUNDS) {
      return SmallPolicies.of(round % SmallPolicies.KINDS, random);
    }
    if (round < ROUNDS + LOGS) {
      return aLog(random);
    }
    return round % 2 == 0
        ? RandomAgents.telling(ApigeeProbes.AGENTS, random)
        : RandomAccess.consumerAccess(random);
  }

  private static TrafficLog aLog(Random random) {
    return new TrafficLog(
        Duration.ofSeconds(1),
        List.of(Recording.ALL, Recording.AGGREGATE, new Recording.ErrorsAndSample(10))
            .get(random.nextInt(3)));
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
        "apiKey",
        "jwt",
        "trafficLog",
        "botDetection",
        "consumerAccess");
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    world = apigee.world();
    var all = new ArrayList<>(policies);
    if (policies.get(0).spec().kind() instanceof ConsumerAccess) {
      // somebody has to say who the callers are
      all.add(
          Policies.enforcing(
              BESIDE.substring(1),
              new ApiKey(
                  ApiKey.In.HEADER,
                  "x-api-key",
                  true,
                  Preflight.CHECK,
                  ApiKey.Credentials.VENDOR)));
    }
    return new ApigeeTranslator()
        .translate(Worlds.request(world, Worlds.bound(Worlds.ALL), all, log.settings()));
  }

  @Override
  protected int rounds() {
    return ROUNDS + LOGS + LATER;
  }

  @Override
  protected int mostOfOne() {
    return 10;
  }

  /** Of the files of ours that say what happens, and of the hooks. */
  @Override
  protected List<Mutant> mutants(NativeObject object, Translation translation, Random random) {
    return mutants.of(
        object,
        translation,
        random,
        name ->
            (name.contains("/policies/") || name.contains("/sharedflows/") || name.contains("!/"))
                && !name.contains(BESIDE));
  }

  @Override
  protected Judge judge(Policy policy, Translation translation) {
    PolicyKind kind = policy.spec().kind();
    Optional<LogReceiver> told = kind instanceof TrafficLog ? Optional.of(log) : Optional.empty();
    var trials = new Trials(apigee, clock, world, ApigeeProbes.of(kind), told);
    Trials.Met unchanged = trials.meet(translation);
    if (!unchanged.faults().isEmpty()) {
      throw new AssertionError(unchanged.faults());
    }
    return (key, mutant) -> judged(trials, unchanged, translation, key, mutant);
  }

  private Outcome judged(
      Trials trials, Trials.Met unchanged, Translation translation, ObjectKey key, Mutant mutant) {
    if (key.kind().equals("flowhooks")) {
      Node.Obj hook = (Node.Obj) mutant.document();
      if (!Trees.text(hook, "flowHookPoint").orElse("").equals(key.nativeId())) {
        return new Outcome(Fate.CAUGHT, "form: it is another hook");
      }
      if (mutant.path().equals("description")) {
        return new Outcome(Fate.CAUGHT, "ownership: description");
      }
    }
    Optional<String> form = PolicyForm.wrong(mutant);
    if (form.isPresent()) {
      return new Outcome(Fate.CAUGHT, "form: " + form.get());
    }
    Trials.Met met = trials.meet(mutants.changed(translation, key, mutant));
    if (!met.faults().isEmpty()) {
      return new Outcome(Fate.CAUGHT, "deployment: " + met.faults().get(0));
    }
    return met.equals(unchanged) ? unseen(mutant) : new Outcome(Fate.CAUGHT, "exchange");
  }

  private static Outcome unseen(Mutant mutant) {
    return Unseen.why(mutant).orElseGet(() -> new Outcome(Fate.SURVIVED, UNEXPLAINED));
  }
}
