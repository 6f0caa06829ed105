package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.model.event.Recording;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Jwk;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.TrafficLog;
import io.entente.translator.Translation;
import io.entente.translator.apigee.dialect.Trees;
import io.entente.translator.testkit.DocumentMutations;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.XmlMutations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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
 * Judged by whether the bundles can be deployed and by what callers, or who takes the logs, meet on
 * a simulated message processor.
 */
@Tag("long")
class MutationTest extends MutationContract {

  private static final int ROUNDS = 33;

  /** Rounds of logs, beside those of the kinds that callers meet. */
  private static final int LOGS = 3;

  private static JumpingClock clock;
  private static RunningApigee apigee;
  private static LogReceiver log;

  private final Map<Mutant, String> files = new IdentityHashMap<>();
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
  }

  @AfterAll
  static void stop() {
    apigee.close();
    log.close();
  }

  @Override
  protected Policy any(Random random) {
    int round = next++;
    return Policies.enforcing(
        "p", round < ROUNDS ? SmallPolicies.of(round % SmallPolicies.KINDS, random) : aLog(random));
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
        "trafficLog");
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    world = apigee.world();
    return new ApigeeTranslator()
        .translate(Worlds.request(world, Worlds.bound(Worlds.ALL), policies, log.settings()));
  }

  @Override
  protected int rounds() {
    return ROUNDS + LOGS;
  }

  @Override
  protected int mostOfOne() {
    return 10;
  }

  /** Of the files of ours that say what happens, and of the hooks. */
  @Override
  protected List<Mutant> mutants(NativeObject object, Translation translation, Random random) {
    if (object.key().kind().equals("flowhooks")) {
      return DocumentMutations.of(((Content.Tree) object.content()).root(), random);
    }
    var mutants = new ArrayList<Mutant>();
    if (object.content() instanceof Content.Files content) {
      content
          .entries()
          .forEach(
              (name, hash) -> {
                if (name.contains("/policies/")
                    || name.contains("/sharedflows/")
                    || name.contains("!/")) {
                  for (Mutant mutant :
                      XmlMutations.of(shortened(name), text(translation, hash), random)) {
                    files.put(mutant, name);
                    mutants.add(mutant);
                  }
                }
              });
    }
    return mutants;
  }

  private static String shortened(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static String text(Translation translation, Hash hash) {
    return translation.blobs().stream()
        .filter(blob -> blob.hash().equals(hash))
        .findFirst()
        .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
        .orElseThrow(() -> new AssertionError("nobody has the bytes of " + hash));
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
    Trials.Met met = trials.meet(changed(translation, key, mutant));
    if (!met.faults().isEmpty()) {
      return new Outcome(Fate.CAUGHT, "deployment: " + met.faults().get(0));
    }
    return met.equals(unchanged) ? unseen(mutant) : new Outcome(Fate.CAUGHT, "exchange");
  }

  private Translation changed(Translation translation, ObjectKey key, Mutant mutant) {
    NativeObject object = translation.objects().get(key);
    var blobs = new ArrayList<>(translation.blobs());
    Content content = new Content.Tree(mutant.document());
    if (object.content() instanceof Content.Files before) {
      Blob blob = Blob.ofText(Trees.text(mutant.document()).orElseThrow());
      blobs.add(blob);
      var entries = new TreeMap<>(before.entries());
      entries.put(files.get(mutant), blob.hash());
      content = new Content.Files(entries);
    }
    var objects = new TreeMap<>(translation.objects());
    objects.put(key, new NativeObject(key, content, object.claims()));
    return new Translation(
        objects,
        translation.fidelity(),
        translation.shadowed(),
        translation.refusals(),
        Set.copyOf(blobs));
  }

  private static Outcome unseen(Mutant mutant) {
    return Unseen.why(mutant).orElseGet(() -> new Outcome(Fate.SURVIVED, UNEXPLAINED));
  }
}
