package io.entente.hub.preview;

import io.entente.hub.estate.Estate;
import io.entente.hub.estate.GatewayDocument;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.PlanService;
import io.entente.hub.policy.Policies;
import io.entente.model.estate.Gateway;
import io.entente.model.identity.PolicyName;
import io.entente.policy.Policy;
import io.entente.policy.resolution.EffectivePolicyResolver;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a text of policies would come to, and stores nothing. Blocks; worker threads only. */
@Singleton
public final class Previews {

  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  private final GatewayEstate stored;
  private final Estate estate;
  private final Policies policies;
  private final GatewayPreviews gateways;
  private final KnownProfiles profiles;

  public Previews(
      GatewayEstate stored,
      Estate estate,
      Policies policies,
      PlanService plans,
      KnownProfiles profiles,
      LastSnapshots snapshots) {
    this.stored = stored;
    this.estate = estate;
    this.policies = policies;
    this.profiles = profiles;
    this.gateways = new GatewayPreviews(plans, profiles, snapshots);
  }

  /**
   * The preview: what a plan of each gateway would say if the text were stored, judged by the last
   * complete read of the gateway.
   *
   * @param text one or more Policy documents, as bytes
   * @throws io.entente.model.problem.ProblemException when no policy of the text can be read
   */
  public PolicyPreview of(byte[] text) {
    long deadline = System.nanoTime() + MOST_TIME.toNanos();
    var typed = TypedText.read(text, policies);
    var current = policies.current();
    var apis = estate.apis();
    var before = new DraftEstate(stored, apis, current);
    var after = new DraftEstate(stored, apis, replaced(current, typed));
    var known = estate.gateways();
    profiles.keepOnly(known.stream().map(one -> one.gateway().id()).toList());
    var answers = new ArrayList<GatewayPreview>();
    for (GatewayDocument gateway : known) {
      var concern = Concern.of(gateway.gateway(), before, after, typed.names());
      if (concern.any()) {
        answers.add(gateways.of(gateway, after, concern, typed.names(), deadline));
      }
    }
    return new PolicyPreview(
        ProblemView.of(typed.problems()),
        views(typed, known.stream().map(GatewayDocument::gateway).toList(), after),
        answers);
  }

  private static List<Policy> replaced(List<Policy> current, TypedText typed) {
    var names = typed.names();
    return Stream.concat(
            current.stream().filter(one -> !names.contains(one.id().policy())),
            typed.policies().stream())
        .toList();
  }

  private static List<TypedPolicy> views(
      TypedText typed, List<Gateway> gateways, DraftEstate estate) {
    var unmatched =
        EffectivePolicyResolver.unmatched(gateways, estate.allApis(), typed.policies()).stream()
            .collect(Collectors.toMap(u -> u.policy().id().policy(), Policies::paths));
    return typed.policies().stream()
        .map(
            policy -> {
              PolicyName name = policy.id().policy();
              return new TypedPolicy(
                  name.value(),
                  policy.spec().kind().kindName(),
                  policy.id().version(),
                  !typed.unchanged().contains(name),
                  unmatched.getOrDefault(name, List.of()));
            })
        .toList();
  }
}
