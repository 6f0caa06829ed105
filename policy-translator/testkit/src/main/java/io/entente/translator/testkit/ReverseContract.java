package io.entente.translator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.KindFields;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.reverse.ReverseRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What was translated is read back; what is read twice is the same; what cannot be read stays as it
 * was.
 */
public abstract class ReverseContract {

  private static final long SEED = 20261122;

  protected abstract Translator translator();

  protected abstract Reverse reverse();

  /**
   * @param request text of a request.yaml
   */
  protected abstract TranslationRequest request(String request);

  /** A gateway with routes on which these policies hold; what holds nowhere may be left out. */
  protected abstract TranslationRequest request(List<Policy> policies);

  /** A policy of any kind. */
  protected abstract Policy any(Random random);

  /** How many policies that go out are read back. */
  protected int rounds() {
    return 3_000;
  }

  protected int mutations() {
    return 8_000;
  }

  /** Which statements of the translation have to be read back. */
  protected boolean readBack(FieldFidelity field) {
    return field.grade() == FidelityGrade.EXACT;
  }

  /** Whether enough is known of the gateway of a case to read its documents at all. */
  protected boolean readable(TranslationRequest request) {
    return true;
  }

  /** Whether the documents let a policy act; one that only counts is no policy to be found. */
  protected boolean acts(PolicyFidelity said) {
    return true;
  }

  /**
   * What a kind is read back as, where the vendor's document says two kinds in the same way. Never
   * for what a document tells apart.
   */
  protected PolicyKind readAs(PolicyKind kind) {
    return kind;
  }

  /** The part of an object that depends on what a policy says and not on what it is called. */
  protected Object document(NativeObject object) {
    return object.content();
  }

  /** Whether what is read of an object says all of it, so that it can be written again. */
  protected boolean expressed(ObjectKey key, Translation translation) {
    return true;
  }

  /** It holds everywhere by itself, and nothing is written for it. */
  private static final PolicyKind ASKS_FOR_NOTHING = new GraphqlIntrospection(true);

  @Test
  public void readsTheGoldenCasesBack() throws IOException {
    int compared = 0;
    for (Path folder : GoldenCases.all()) {
      // Given
      TranslationRequest request = request(GoldenCases.request(folder));
      Translation translation = translator().translate(request);
      ReverseRequest held = Held.after(request, translation);

      // When
      Reading reading = reverse().read(held);

      // Then
      Partition.holds(folder.toString(), held.observed(), reading);
      if (translation.refusals().isEmpty() && readable(request)) {
        compared += compare(folder.toString(), request, translation, reading);
      }
    }
    assertThat(compared).as("fields compared").isPositive();
  }

  @Test
  public void readsRandomPoliciesBackAndWritesTheSameAgain() {
    RoundTripCount trips = roundTrips(SEED, rounds());

    assertThat(trips.kinds()).as("kinds read back").hasSizeGreaterThan(1);
  }

  @Test
  public void staysCalmWhateverTheGatewayHolds() throws IOException {
    ReadingCount readings = staysCalm(SEED, mutations());

    assertThat(readings.objects()).isEqualTo(readings.expressed() + readings.remainder());
  }

  /** Translates and reads back until that many policies went out. */
  public RoundTripCount roundTrips(long seed, int policies) {
    var random = new Random(seed);
    var kinds = new TreeSet<String>();
    int out = 0;
    int refused = 0;
    int compared = 0;
    for (int round = 0; out < policies; round++) {
      // Given
      String what = "seed %d, round %d".formatted(seed, round);
      List<Policy> some = some(random);
      TranslationRequest request = request(some);
      Translation translation = translator().translate(request);
      if (!translation.refusals().isEmpty()) {
        refused += some.size();
        continue;
      }
      out += some.size();
      ReverseRequest held = Held.after(request, translation);

      // When
      Reading reading = reverse().read(held);

      // Then
      Partition.holds(what, held.observed(), reading);
      compared += compare(what, request, translation, reading);
      var whole =
          translation.objects().keySet().stream()
              .filter(key -> expressed(key, translation))
              .collect(Collectors.toSet());
      assertThat(reading.expressed()).as("%s: %s", what, reading.reasons()).containsAll(whole);
      again(what, whole, translation, reading);
      reading.policies().forEach(found -> kinds.add(found.kind().kindName()));
    }
    return new RoundTripCount(out, refused, compared, kinds);
  }

  /** Reads the golden cases and as many random ones as fit, each time changed in other places. */
  public ReadingCount staysCalm(long seed, int inputs) throws IOException {
    var random = new Random(seed);
    List<ReverseRequest> sources = sources(random, inputs / 1_000);
    int objects = 0;
    int expressed = 0;
    int remainder = 0;
    int found = 0;
    for (int round = 0; round < inputs; round++) {
      String what = "seed %d, round %d".formatted(seed, round);
      ReverseRequest held = HeldMutations.of(sources.get(random.nextInt(sources.size())), random);
      Reading reading = read(what, held);
      Partition.holds(what, held.observed(), reading);
      objects += held.observed().size();
      expressed += reading.expressed().size();
      remainder += reading.remainder().size();
      found += reading.policies().size();
    }
    return new ReadingCount(inputs, objects, expressed, remainder, found);
  }

  private Reading read(String what, ReverseRequest held) {
    try {
      return reverse().read(held);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(what + ": " + held.observed(), e);
    }
  }

  private List<ReverseRequest> sources(Random random, int more) throws IOException {
    var sources = new ArrayList<ReverseRequest>();
    for (Path folder : GoldenCases.all()) {
      TranslationRequest request = request(GoldenCases.request(folder));
      sources.add(Held.after(request, translator().translate(request)));
    }
    for (int i = 0; i < more; i++) {
      TranslationRequest request = request(some(random));
      sources.add(Held.after(request, translator().translate(request)));
    }
    sources.removeIf(source -> source.observed().isEmpty());
    return sources;
  }

  private List<Policy> some(Random random) {
    var policies = new ArrayList<Policy>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      policies.add(named("p" + i, any(random)));
    }
    return policies;
  }

  private static Policy named(String name, Policy policy) {
    return new Policy(new PolicyVersion(new PolicyName(name), 1), policy.labels(), policy.spec());
  }

  /** How many fields of the policies that went out were found again. */
  private int compare(
      String what, TranslationRequest request, Translation translation, Reading reading) {
    int compared = 0;
    for (PolicyFidelity said : translation.fidelity().entries()) {
      for (RouteTarget target : request.resolutions().keySet()) {
        if (!said.target().equals(target.api() + "/" + target.route())
            || !acts(said)
            || shadowed(translation, said)) {
          continue;
        }
        for (var effective : request.effective(target)) {
          if (effective.policy().id().equals(said.policy())) {
            PolicyKind kind = readAs(effective.policy().spec().kind());
            if (kind.equals(ASKS_FOR_NOTHING)) {
              continue;
            }
            List<PolicyKind> written = written(request, target, kind.kindName());
            List<PolicyKind> found = found(reading, target, kind.kindName());
            if (Sums.joined(written) && said.fields().stream().allMatch(this::readBack)) {
              var all = new ArrayList<>(written);
              all.addAll(found);
              assertThat(Sums.of(found, all)).as(what).isEqualTo(Sums.of(written, all));
              compared++;
            } else {
              compared += compare(what, said, kind, texts(found));
            }
          }
        }
      }
    }
    return compared;
  }

  private int compare(String what, PolicyFidelity said, PolicyKind kind, Set<String> found) {
    SortedMap<String, String> fields = KindFields.of(Policies.enforcing("p", kind));
    int compared = 0;
    for (FieldFidelity field : said.fields()) {
      String value = fields.get(field.field());
      if (!field.field().equals("mode") && value != null && readBack(field)) {
        assertThat(found)
            .as("%s: %s of %s", what, field.field(), kind)
            .contains(base(field.field()) + " = " + value);
        compared++;
      }
    }
    return compared;
  }

  /** What others keep from acting is not there to be read. */
  private static boolean shadowed(Translation translation, PolicyFidelity said) {
    return translation.shadowed().stream()
        .anyMatch(
            each -> each.policy().equals(said.policy()) && each.target().equals(said.target()));
  }

  private List<PolicyKind> written(TranslationRequest request, RouteTarget target, String kind) {
    return request.effective(target).stream()
        .map(effective -> readAs(effective.policy().spec().kind()))
        .filter(each -> each.kindName().equals(kind))
        .toList();
  }

  private static List<PolicyKind> found(Reading reading, RouteTarget target, String kind) {
    return reading.policies().stream()
        .filter(found -> reaches(found.reach(), target))
        .map(FoundPolicy::kind)
        .filter(each -> each.kindName().equals(kind))
        .toList();
  }

  /** The fields of all, places in lists left out. */
  private static Set<String> texts(List<PolicyKind> kinds) {
    var texts = new TreeSet<String>();
    for (PolicyKind kind : kinds) {
      KindFields.of(Policies.enforcing("p", kind))
          .forEach((field, value) -> texts.add(base(field) + " = " + value));
    }
    return texts;
  }

  private static boolean reaches(Reach reach, RouteTarget target) {
    return reach instanceof Reach.WholeGateway
        || reach instanceof Reach.Routes routes && routes.targets().contains(target);
  }

  private void again(String what, Set<ObjectKey> whole, Translation translation, Reading reading) {
    var policies = new ArrayList<Policy>();
    for (FoundPolicy found : reading.policies()) {
      if (whole.contains(found.from())) {
        policies.add(Policies.enforcing("q" + policies.size(), found.kind()));
      }
    }
    Translation second = translator().translate(request(policies));
    for (ObjectKey key : whole) {
      assertThat(second.objects()).as(what).containsKey(key);
      NativeObject first = translation.objects().get(key);
      NativeObject copy = second.objects().get(key);
      if (first != null && copy != null) {
        assertThat(document(copy)).as(what).isEqualTo(document(first));
      }
    }
  }

  private static String base(String field) {
    return field.replaceAll("\\[.*", "");
  }
}
