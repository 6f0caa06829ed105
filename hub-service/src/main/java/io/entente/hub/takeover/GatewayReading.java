package io.entente.hub.takeover;

import io.entente.hub.policy.Policies;
import io.entente.model.claim.Regions;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Api;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.RouteTarget;
import io.entente.reconciliation.TakenOver;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.InPlace;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads policies out of a gateway, and says of each place whether it may stand for ours. */
final class GatewayReading {

  private final ReverseRequest request;
  private final Reverse reverse;
  private final Dialect dialect;
  private final SortedMap<ObjectKey, NativeObject> ours;
  private final Map<ApiName, Api> ready;
  private final PolicyNames names;

  private GatewayReading(
      ReverseRequest request,
      Reverse reverse,
      Dialect dialect,
      SortedMap<ObjectKey, NativeObject> ours,
      List<Api> ready,
      PolicyNames names) {
    this.request = request;
    this.reverse = reverse;
    this.dialect = dialect;
    this.ours = ours;
    this.ready = ready.stream().collect(Collectors.toMap(Api::name, api -> api));
    this.names = names;
  }

  /**
   * What was found.
   *
   * @param places in which policies were found and that are not ours, in order
   * @param remainder what no policy says, with the reason; only what holds behaviour
   */
  record Found(List<PlaceFound> places, SortedMap<ObjectKey, String> remainder) {}

  /**
   * What a reading is made of.
   *
   * @param apis that documents bind to the gateway
   * @param ready APIs that documents could bind, for what others have there
   * @param ours what counts as applied last
   */
  record Given(
      GatewayId gateway,
      GatewayProfile profile,
      Dialect dialect,
      List<Api> apis,
      List<Api> ready,
      Snapshot observed,
      Set<Blob> blobs,
      SortedMap<ObjectKey, NativeObject> ours) {}

  static Found of(Given given, Reverse reverse, Policies policies) {
    var request =
        new ReverseRequest(
            given.gateway(),
            given.profile(),
            Stream.concat(given.apis().stream(), given.ready().stream()).toList(),
            given.observed().objects(),
            given.blobs());
    return new GatewayReading(
            request,
            reverse,
            given.dialect(),
            given.ours(),
            given.ready(),
            new PolicyNames(policies))
        .read();
  }

  private Found read() {
    Reading reading = reverse.read(request);
    var byPlace = new LinkedHashMap<String, List<FoundPolicy>>();
    for (FoundPolicy found : reading.policies()) {
      if (!isOurs(found.from(), NodePath.parse(found.path()))) {
        byPlace.computeIfAbsent(printed(found), place -> new ArrayList<>()).add(found);
      }
    }
    var places = new ArrayList<PlaceFound>();
    byPlace.forEach((place, found) -> places.add(place(place, found)));
    var remainder = new TreeMap<>(reading.reasons());
    remainder.keySet().removeIf(key -> isOurs(key, NodePath.root()));
    return new Found(places, remainder);
  }

  private PlaceFound place(String place, List<FoundPolicy> found) {
    var reasons = new ArrayList<String>();
    var targets = new ArrayList<RouteTarget>();
    for (FoundPolicy one : found) {
      if (one.reach() instanceof Reach.Routes routes) {
        targets.addAll(routes.targets());
      } else {
        reasons.add("It is about more than routes that an Api document names.");
        break;
      }
    }
    targets.stream()
        .map(this::elsewhere)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(reasons::add);
    InPlace inPlace = reverse.inPlace(request, found.get(0));
    if (inPlace instanceof InPlace.Cannot cannot) {
      reasons.add(cannot.why());
      return PlaceFound.impossible(place, found, reasons);
    }
    var stands = (InPlace.Stands) inPlace;
    Optional<Node.Obj> there =
        dialect.naming(stands.theirs()).isEmpty()
            ? Optional.empty()
            : Optional.ofNullable(request.observed().get(stands.theirs().key()))
                .flatMap(object -> TakenOver.at(dialect, object, stands.theirs()));
    if (there.isEmpty()) {
      reasons.add("What stands there has no identity that could be kept.");
    }
    return reasons.isEmpty()
        ? PlaceFound.possible(candidate(stands, there.orElseThrow(), found), found)
        : PlaceFound.impossible(place, found, reasons);
  }

  private Candidate candidate(InPlace.Stands stands, Node.Obj there, List<FoundPolicy> found) {
    var policies = new ArrayList<Policy>();
    var apis = new LinkedHashMap<ApiName, Api>();
    var beyond = new TreeMap<String, String>();
    for (FoundPolicy one : found) {
      var targets = ((Reach.Routes) one.reach()).targets().stream().sorted().toList();
      targets.stream()
          .map(target -> Optional.ofNullable(ready.get(target.api())))
          .flatMap(Optional::stream)
          .forEach(api -> apis.put(api.name(), api));
      policies.add(policy(one, targets));
      beyond.putAll(one.unexpressed());
    }
    return new Candidate(
        stands.theirs(),
        stands.ours(),
        there,
        policies,
        List.copyOf(apis.values()),
        beyond,
        List.of());
  }

  private Policy policy(FoundPolicy found, List<RouteTarget> targets) {
    return new Policy(
        new PolicyVersion(names.of(found.kind().kindName(), targets.get(0)), 1),
        Labels.none(),
        new PolicySpec(
            targets.stream()
                .map(
                    target ->
                        new TargetRef(
                            TargetRef.Kind.ROUTE,
                            Optional.of(target.api() + "/" + target.route()),
                            Labels.none()))
                .toList(),
            PolicySpec.Merge.DEFAULT,
            0,
            PolicySpec.Mode.ENFORCE,
            PolicySpec.Require.APPROXIMATE,
            PolicySpec.OnError.DENY,
            found.kind()));
  }

  /** A policy is about an API wherever it is. */
  private Optional<String> elsewhere(RouteTarget target) {
    return request.apis().stream()
        .filter(api -> api.name().equals(target.api()))
        .flatMap(
            api ->
                Stream.concat(
                    api.gateways().stream(), api.bindings().stream().map(b -> b.gateway())))
        .filter(gateway -> !gateway.equals(request.gateway()))
        .findFirst()
        .map(
            gateway ->
                "Api "
                    + target.api()
                    + " is on gateway "
                    + gateway
                    + " too, which a policy on its routes would change.");
  }

  private boolean isOurs(ObjectKey key, NodePath path) {
    return Optional.ofNullable(ours.get(key))
        .filter(object -> Regions.covered(path, Regions.of(object.claims())))
        .isPresent();
  }

  private static String printed(FoundPolicy found) {
    return found.path().isEmpty() ? found.from().toString() : found.from() + "#" + found.path();
  }

  /** Where a place of ours is, as printed; for telling it from one that nobody knows. */
  static boolean isOurs(SortedMap<ObjectKey, NativeObject> ours, String place) {
    return ours.values().stream()
        .anyMatch(
            object ->
                Regions.of(object.claims()).stream()
                    .map(
                        path ->
                            path.segments().isEmpty()
                                ? object.key().toString()
                                : object.key() + "#" + path)
                    .anyMatch(place::equals));
  }
}
