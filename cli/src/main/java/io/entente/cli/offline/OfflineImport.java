package io.entente.cli.offline;

import io.entente.model.estate.Api;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.PolicySpec.Require;
import io.entente.policy.TargetRef;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The policies that a vendor's files say, as documents of ours.
 *
 * @param apis made for what others made there, with their bindings; none where they were given
 * @param policies with what each was read from, in the order they were found
 * @param notes what was taken for granted, in whole sentences
 */
public record OfflineImport(
    Target target,
    GatewayId gateway,
    List<Api> apis,
    Map<Policy, FoundPolicy> policies,
    Reading reading,
    List<String> notes) {

  public OfflineImport {
    apis = List.copyOf(apis);
    policies = new LinkedHashMap<>(policies);
    notes = List.copyOf(notes);
  }

  /**
   * @param known the APIs that are on the gateway; empty to have documents made for what others
   *     made there
   * @throws ProblemException GATEWAY_NAME, NO_API_ON_GATEWAY
   */
  public static OfflineImport of(Target target, Estate estate, String gateway, List<Api> known) {
    return of(target, estate, gateway, known, Vendors.reverse(target.vendor()));
  }

  static OfflineImport of(
      Target target, Estate estate, String gateway, List<Api> known, Reverse reverse) {
    GatewayId id = GatewayChoice.id(gateway);
    var notes = new ArrayList<>(estate.notes());
    List<Api> apis =
        known.isEmpty()
            ? BoundEstate.apis(target.vendor(), estate, id, notes)
            : known.stream().filter(api -> api.isOn(id)).toList();
    if (!known.isEmpty() && apis.isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "NO_API_ON_GATEWAY",
              "No Api document names this gateway.",
              "--gateway",
              gateway,
              "Name the gateway that the Api documents name, or leave --api out."));
    }
    Reading reading =
        reverse.read(
            new ReverseRequest(
                id, target.profile(1, new TreeMap<>()), apis, estate.objects(), estate.blobs()));
    var policies = new LinkedHashMap<Policy, FoundPolicy>();
    var taken = new TreeSet<String>();
    for (FoundPolicy found : reading.policies()) {
      List<TargetRef> targets = targets(found.reach(), id);
      String where =
          found.reach() instanceof Reach.Native at
              ? at.place().nativeId()
              : targets.get(0).name().orElse("");
      String name = Slug.unused(found.kind().kindName() + "-" + where, taken);
      if (found.reach() instanceof Reach.Native at) {
        notes.add(
            "policy "
                + name
                + " holds on "
                + at.place()
                + ", which no Api document names: its target has to be written by hand");
      }
      policies.put(policy(name, targets, found), found);
    }
    return new OfflineImport(
        target, id, known.isEmpty() ? apis : List.of(), policies, reading, notes);
  }

  private static Policy policy(String name, List<TargetRef> targets, FoundPolicy found) {
    return new Policy(
        new PolicyVersion(new PolicyName(name), 1),
        Labels.none(),
        new PolicySpec(
            targets,
            Merge.DEFAULT,
            0,
            Mode.ENFORCE,
            Require.APPROXIMATE,
            OnError.DENY,
            found.kind()));
  }

  private static List<TargetRef> targets(Reach reach, GatewayId gateway) {
    if (reach instanceof Reach.Routes routes) {
      return routes.targets().stream()
          .map(target -> target.api() + "/" + target.route())
          .sorted()
          .map(name -> ref(TargetRef.Kind.ROUTE, name))
          .toList();
    }
    if (reach instanceof Reach.Native at) {
      String place = Slug.unused(at.place().nativeId(), new TreeSet<>());
      return List.of(ref(TargetRef.Kind.ROUTE, place + "/" + place));
    }
    return List.of(ref(TargetRef.Kind.GATEWAY, gateway.value()));
  }

  private static TargetRef ref(TargetRef.Kind kind, String name) {
    return new TargetRef(kind, Optional.of(name), Labels.none());
  }
}
