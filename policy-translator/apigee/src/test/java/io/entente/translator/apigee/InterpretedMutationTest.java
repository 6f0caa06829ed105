package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Trust;
import io.entente.model.estate.Api;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.ResponseCache;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.RandomBodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;

/**
 * Of the kinds whose policies the simulated message processor does not run: judged by the
 * interpreter, by what it reads of a bundle and by what callers, upstreams and issuers then meet.
 * Hooks are those of every kind, and judged in {@link MutationTest}.
 */
@Tag("long")
class InterpretedMutationTest extends MutationContract {

  private static final List<Function<Random, PolicyKind>> KINDS =
      List.of(
          RandomBodies::jsonThreat,
          RandomBodies::xmlThreat,
          RandomBodies::injectionProtection,
          GraphqlMeaningTest::limits,
          random -> new GraphqlIntrospection(false),
          random -> new GraphqlSchema(GraphqlSchemaMeaningTest.SCHEMA),
          OpenApiMeaningTest::whole,
          RandomAccess::introspection,
          random -> ResponseCacheMeaningTest.policies(random).get(0).spec().kind());

  private final BundleMutants mutants = new BundleMutants();
  private Optional<Given> given = Optional.empty();
  private int next;

  /** What is translated for. */
  private record Given(World world, TranslationRequest request) {}

  @Override
  protected Policy any(Random random) {
    return Policies.enforcing("p", KINDS.get(next++ % KINDS.size()).apply(random));
  }

  @Override
  protected Set<String> kinds() {
    return Set.of(
        "jsonThreat",
        "xmlThreat",
        "injectionProtection",
        "graphqlLimits",
        "graphqlIntrospection",
        "graphqlSchema",
        "openApiValidation",
        "oauth2Introspection",
        "responseCache");
  }

  @Override
  protected String report() {
    return "mutations-interpreted.txt";
  }

  @Override
  protected int rounds() {
    return 3 * KINDS.size();
  }

  @Override
  protected int mostOfOne() {
    return 40;
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    boolean cache = policies.get(0).spec().kind() instanceof ResponseCache;
    // answers are kept in proxies that we make
    World world = cache ? new World() : Worlds.world();
    Api api = cache ? Worlds.made(Worlds.ALL) : Worlds.bound(Worlds.ALL);
    var request = Worlds.request(world, api, policies);
    given = Optional.of(new Given(world, request));
    return new ApigeeTranslator().translate(request);
  }

  @Override
  protected List<Mutant> mutants(NativeObject object, Translation translation, Random random) {
    return object.key().kind().equals("flowhooks")
        ? List.of()
        : mutants
            .of(
                object,
                translation,
                random,
                name ->
                    name.contains("/policies/")
                        || name.contains("/resources/")
                        || name.contains("/sharedflows/")
                        || name.contains("/proxies/"))
            .stream()
            // what else a proxy of ours says is of its routes
            .filter(
                mutant ->
                    !mutant.path().contains("/ProxyEndpoint") || mutant.path().contains("/Step"))
            .toList();
  }

  @Override
  protected Judge judge(Policy policy, Translation translation) {
    PolicyKind kind = policy.spec().kind();
    List<String> unchanged = meet(kind, translation);
    assertThat(unchanged.stream().distinct().count()).as("%s", kind).isGreaterThan(3);
    return (key, mutant) -> judged(kind, unchanged, translation, key, mutant);
  }

  private Outcome judged(
      PolicyKind kind,
      List<String> unchanged,
      Translation translation,
      ObjectKey key,
      Mutant mutant) {
    Optional<String> form = PolicyForm.wrong(mutant);
    if (form.isPresent()) {
      return new Outcome(Fate.CAUGHT, "form: " + form.get());
    }
    List<String> met;
    try {
      met = meet(kind, mutants.changed(translation, key, mutant));
    } catch (AssertionError | RuntimeException e) {
      return new Outcome(Fate.CAUGHT, "form: it cannot be run");
    }
    return met.equals(unchanged)
        ? Unseen.why(mutant).orElseGet(() -> new Outcome(Fate.SURVIVED, UNEXPLAINED))
        : new Outcome(Fate.CAUGHT, "exchange");
  }

  private List<String> meet(PolicyKind kind, Translation translation) {
    Given to = given.orElseThrow();
    if (kind instanceof ResponseCache) {
      return ResponseCacheMeaningTest.met(new Lane(true, to.world(), translation, Worlds.BASE));
    }
    var lane = new AccessLane(to.world(), to.request(), translation, Trust.none());
    var met = new ArrayList<String>();
    List<Asked> asked = InterpretedProbes.of(kind);
    if (kind instanceof OAuth2Introspection rule) {
      met.addAll(IntrospectionMeaningTest.met(rule, lane));
    } else {
      asked.forEach(one -> met.add(lane.met(one)));
    }
    lane.proxy = "elsewhere";
    InterpretedProbes.few(asked).forEach(one -> met.add(lane.met(one)));
    return met;
  }
}
