package io.entente.translator.apigee.reverse;

import io.entente.model.identity.PolicyName;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.apigee.ApigeeTranslator;
import io.entente.translator.apigee.BasePaths;
import io.entente.translator.apigee.NativeRoute;
import io.entente.translator.apigee.dialect.ApigeeDialect;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what we wrote, and believes it only when it translates to the same again. */
final class OwnReader {

  private static final Comparator<Candidate> AS_APPLIED =
      Comparator.comparing(candidate -> candidate.kind().kindName());

  private final ReverseRequest request;
  private final Findings findings;
  private final Map<String, RouteTarget> targets = new HashMap<>();
  private final Map<RouteTarget, String> basePaths;

  /**
   * @param bound routes in proxies of others
   */
  OwnReader(ReverseRequest request, List<NativeRoute> bound, Findings findings) {
    this.request = request;
    this.findings = findings;
    this.basePaths = BasePaths.of(request, bound);
    request
        .apis()
        .forEach(
            api ->
                api.routesOn(request.gateway())
                    .forEach(
                        route -> {
                          var target = new RouteTarget(request.gateway(), api.name(), route.name());
                          targets.put(api.name() + "_" + route.name(), target);
                        }));
  }

  /**
   * @param bundles those with Steps of ours, by object
   */
  void read(Map<ObjectKey, BundleText> bundles) {
    if (!request.profile().settings().containsKey(ApigeeTranslator.ENVIRONMENT)) {
      return;
    }
    OwnSteps there = OwnSteps.of(bundles);
    var candidates = new ArrayList<Candidate>();
    there.groups().forEach(group -> candidate(group, candidates));
    candidates.sort(AS_APPLIED);
    Translation again = translated(candidates);
    OwnSteps given = OwnSteps.of(bundles(again));
    for (Candidate candidate : candidates) {
      String group = candidate.group().first().group();
      if (there.signatures(group).equals(given.signatures(group))) {
        findings.found(
            candidate.group().first().from(),
            candidate.group().first().run().path(),
            new Reach.Routes(Set.of(candidate.target())),
            new Meaning(candidate.kind(), new TreeMap<>()));
      } else {
        findings.reason(
            candidate.group().first().from(),
            candidate.group().first().run().policy(),
            "is ours, and was changed since: no policy gives it as it is");
      }
    }
    express(again);
  }

  private void candidate(OwnGroup group, List<Candidate> candidates) {
    OwnStep first = group.first();
    RouteTarget target = targets.get(first.api() + "_" + first.route());
    try {
      if (target == null) {
        throw new Unsaid("is ours, and no API that is bound has its route");
      }
      candidates.add(
          new Candidate(
              group, target, name(first), group.kind(basePaths.getOrDefault(target, ""))));
    } catch (Unsaid e) {
      findings.reason(first.from(), first.run().policy(), e.reason());
    }
  }

  private static PolicyName name(OwnStep step) throws Unsaid {
    try {
      return new PolicyName(step.group().endsWith("_") ? step.what() : step.rest());
    } catch (IllegalArgumentException e) {
      throw new Unsaid("is ours by its name, and names no policy");
    }
  }

  private Translation translated(List<Candidate> candidates) {
    var effective = new HashMap<RouteTarget, List<EffectivePolicy>>();
    candidates.forEach(
        candidate ->
            effective
                .computeIfAbsent(candidate.target(), t -> new ArrayList<>())
                .add(candidate.effective()));
    var resolutions = new HashMap<RouteTarget, RouteResolution>();
    effective.forEach(
        (target, policies) ->
            resolutions.put(target, new RouteResolution(target, policies, List.of())));
    return new ApigeeTranslator()
        .translate(
            new TranslationRequest(
                request.gateway(),
                request.profile(),
                request.apis(),
                request.observed(),
                resolutions));
  }

  /** Bundles as they would be, Steps of ours in the bundles of others among them. */
  private Map<ObjectKey, BundleText> bundles(Translation translation) {
    var blobs = new HashMap<Hash, Blob>();
    request.blobs().forEach(blob -> blobs.put(blob.hash(), blob));
    translation.blobs().forEach(blob -> blobs.put(blob.hash(), blob));
    var bundles = new TreeMap<ObjectKey, BundleText>();
    translation
        .objects()
        .forEach(
            (key, object) -> {
              if (object.content() instanceof Content.Files files) {
                BundleText.of(Foreign.around(files, request.observed().get(key)), blobs)
                    .ifPresent(bundle -> bundles.put(key, bundle));
              }
            });
    return bundles;
  }

  private void express(Translation again) {
    var dialect = new ApigeeDialect();
    var same = new HashSet<ObjectKey>();
    again
        .objects()
        .forEach(
            (key, object) -> {
              NativeObject seen = request.observed().get(key);
              if (seen != null
                  && dialect.canonicalise(key, seen.content()).equals(object.content())) {
                same.add(key);
              }
            });
    findings.expressed(same);
  }
}
