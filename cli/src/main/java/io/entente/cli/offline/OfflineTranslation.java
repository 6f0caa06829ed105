package io.entente.cli.offline;

import io.entente.model.estate.Gateway;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicyResolver;
import io.entente.policy.resolution.Unmatched;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What documents come to on a gateway of a kind.
 *
 * @param notes what was taken for granted, in whole sentences
 * @param observed what the gateway already holds
 * @param translation with all refusals; when there are any, nothing of it may go out
 */
public record OfflineTranslation(
    Target target,
    int nodes,
    Gateway gateway,
    List<String> notes,
    SortedMap<ObjectKey, NativeObject> observed,
    Translation translation) {

  public OfflineTranslation {
    notes = List.copyOf(notes);
    observed = Collections.unmodifiableSortedMap(new TreeMap<>(observed));
  }

  /**
   * What the caller says beside the documents.
   *
   * @param gateway its name in the documents
   * @param labels of the gateway
   * @param nodes how many data-plane processes share the traffic
   * @param settings see {@link Settings}
   * @param estate what the gateway already holds
   */
  public record Circumstances(
      Optional<String> gateway,
      Map<String, String> labels,
      int nodes,
      Map<String, String> settings,
      Estate estate) {

    public Circumstances {
      labels = Map.copyOf(labels);
      settings = Map.copyOf(settings);
    }
  }

  /**
   * @throws io.entente.model.problem.ProblemException the documents and the circumstances do not
   *     fit together
   */
  public static OfflineTranslation of(
      OfflineDocuments documents, Target target, Circumstances given) {
    var settings = Settings.check(target.vendor(), given.settings());
    Scene scene = Scene.of(documents, target.vendor(), given.gateway(), given.labels());
    var notes = new ArrayList<>(scene.notes());
    notes.addAll(given.estate().notes());
    var refusals = new ArrayList<Problem>();
    for (Unmatched each :
        EffectivePolicyResolver.unmatched(
            List.of(scene.gateway()), scene.apis(), documents.policies())) {
      if (each.whole()) {
        refusals.add(reachesNothing(each));
      } else {
        notes.add("policy " + each.policy().id() + " reaches nothing with " + printed(each));
      }
    }
    SortedMap<ObjectKey, NativeObject> observed = given.estate().objects();
    Translation made =
        Vendors.translator(target.vendor())
            .translate(
                new TranslationRequest(
                    scene.gateway().id(),
                    target.profile(given.nodes(), settings),
                    scene.apis(),
                    observed,
                    EffectivePolicyResolver.resolve(
                        scene.gateway(), scene.apis(), documents.policies())));
    refusals.addAll(made.refusals());
    return new OfflineTranslation(
        target,
        given.nodes(),
        scene.gateway(),
        notes,
        observed,
        new Translation(
            made.objects(),
            CappedEvidence.of(made.fidelity(), target.best()),
            made.shadowed(),
            refusals,
            blobs(made, given.estate())));
  }

  public boolean refused() {
    return !translation.refusals().isEmpty();
  }

  private static Set<Blob> blobs(Translation made, Estate estate) {
    var all = new HashSet<>(made.blobs());
    all.addAll(estate.blobs());
    return all;
  }

  private static Problem reachesNothing(Unmatched unmatched) {
    return Problem.user(
        "POLICY_REACHES_NOTHING",
        "Policy " + unmatched.policy().id() + " reaches no route of this gateway.",
        "policies[" + unmatched.policy().id().policy() + "].spec.targetRefs",
        printed(unmatched),
        "Name what is there, choose the gateway with --gateway and --label, or add the Api with -f.");
  }

  private static String printed(Unmatched unmatched) {
    return unmatched.targets().stream()
        .map(OfflineTranslation::printed)
        .collect(Collectors.joining(", "));
  }

  private static String printed(TargetRef ref) {
    String kind =
        ref.kind().name().charAt(0) + ref.kind().name().substring(1).toLowerCase(Locale.ROOT);
    return kind + ref.name().map(name -> " " + name).orElse(" " + ref.selector().values());
  }
}
