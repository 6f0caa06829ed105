package io.entente.connector.apigee;

import io.entente.connector.apigee.ForeignController.Kind;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises others who make revisions by machine, by the marks they leave. Pure.
 *
 * <p>The Maven plugin, apigeecli and scripts leave none: a revision does not say who imported it.
 * What shows them is their effect, a revision that runs and lacks what we had put there; it is seen
 * after it happened, and the absence of a finding is no proof.
 */
public final class ForeignControllers {

  private static final String STEPS = "the Steps and policies of ours in the proxies it deploys";
  private static final String TERRAFORM = "goog-terraform-provisioned";
  private static final Pattern OTHER = Pattern.compile("(?i)managed[-_.]by.*");

  private ForeignControllers() {}

  /** All that the snapshot itself shows, at most one of each kind. */
  public static List<ForeignController> detect(Snapshot snapshot, GatewayProfile profile) {
    return detect(snapshot, new TreeMap<>(), profile);
  }

  /**
   * All that the snapshot shows to whoever knows what was applied last, at most one of each kind.
   *
   * @param lastApplied objects of ours with their claims
   * @param profile of the gateway that the snapshot was read from
   */
  public static List<ForeignController> detect(
      Snapshot snapshot, SortedMap<ObjectKey, NativeObject> lastApplied, GatewayProfile profile) {
    var found = new ArrayList<ForeignController>();
    pipeline(snapshot, lastApplied, profile).ifPresent(found::add);
    labels(snapshot).forEach((kind, evidence) -> found.add(controller(kind, evidence)));
    return List.copyOf(found);
  }

  private static Optional<ForeignController> pipeline(
      Snapshot snapshot, SortedMap<ObjectKey, NativeObject> lastApplied, GatewayProfile profile) {
    var proxies = new ArrayList<String>();
    snapshot
        .objects()
        .forEach(
            (key, object) -> {
              boolean theirs =
                  key.kind().equals(ApigeeKinds.APIS) && !ApigeeNames.isOurs(key.nativeId());
              if (theirs && object.content() instanceof Content.Files files) {
                Set<String> names = files.entries().keySet();
                var ours = Optional.ofNullable(lastApplied.get(key));
                if (halved(names) || ours.filter(o -> lost(names, o)).isPresent()) {
                  proxies.add(key.nativeId() + revision(snapshot, key.nativeId()));
                }
              }
            });
    if (proxies.isEmpty()) {
      return Optional.empty();
    }
    String environment = profile.settings().getOrDefault("environment", "the environment");
    return Optional.of(
        controller(
            Kind.PIPELINE,
            shown(proxies) + " deployed in " + environment + " without what was put there before"));
  }

  /** A policy of ours that no Step calls, or a Step whose policy is not there. */
  private static boolean halved(Collection<String> files) {
    Set<String> called =
        files.stream()
            .filter(name -> name.contains("!/"))
            .map(name -> name.replaceFirst(".*/\\d{3,}-", ""))
            .collect(Collectors.toSet());
    Set<String> there =
        files.stream()
            .filter(name -> name.startsWith(ApigeeNames.POLICIES + ApigeeNames.PREFIX))
            .map(name -> name.substring(ApigeeNames.POLICIES.length(), name.length() - 4))
            .collect(Collectors.toSet());
    return !called.equals(there);
  }

  /** None of the files we claim is there. */
  private static boolean lost(Collection<String> files, NativeObject ours) {
    var claimed =
        ours.claims().stream()
            .filter(claim -> claim instanceof Claim.FileSet)
            .flatMap(claim -> ((Claim.FileSet) claim).names().stream())
            .toList();
    return !claimed.isEmpty() && claimed.stream().noneMatch(files::contains);
  }

  private static Map<Kind, String> labels(Snapshot snapshot) {
    var found = new TreeMap<Kind, List<String>>();
    snapshot
        .objects()
        .forEach(
            (key, object) -> {
              if (key.kind().equals(ApigeeKinds.API_METADATA)
                  && object.content() instanceof Content.Tree tree) {
                labels(tree.root())
                    .forEach(
                        (name, value) ->
                            kind(name, value)
                                .ifPresent(
                                    kind ->
                                        found
                                            .computeIfAbsent(kind, k -> new ArrayList<>())
                                            .add(label(name, value) + key.nativeId())));
              }
            });
    return found.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> shown(entry.getValue()),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static String label(String name, String value) {
    return "label " + name + "=" + value + " on ";
  }

  private static Map<String, String> labels(Node root) {
    Function<Map.Entry<String, Node>, String> value =
        entry -> Trees.text(entry.getValue()).orElse("");
    return Trees.field(root, "labels").orElse(Node.obj()) instanceof Node.Obj obj
        ? obj.fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, value, (a, b) -> a, TreeMap::new))
        : Map.of();
  }

  private static Optional<Kind> kind(String name, String value) {
    if (name.equals(TERRAFORM) && value.equals("true")) {
      return Optional.of(Kind.TERRAFORM);
    }
    return OTHER.matcher(name).matches() ? Optional.of(Kind.OTHER_TOOL) : Optional.empty();
  }

  private static String revision(Snapshot snapshot, String proxy) {
    return Optional.ofNullable(
            snapshot.objects().get(new ObjectKey(ApigeeKinds.API_METADATA, proxy)))
        .map(NativeObject::content)
        .flatMap(
            content ->
                content instanceof Content.Tree tree
                    ? Trees.text(tree.root(), "deployedRevision")
                    : Optional.empty())
        .map(revision -> " revision " + revision)
        .orElse("");
  }

  private static String shown(List<String> all) {
    String more = all.size() > 3 ? " and " + (all.size() - 3) + " more" : "";
    return String.join(", ", all.subList(0, Math.min(3, all.size()))) + more;
  }

  private static ForeignController controller(Kind kind, String evidence) {
    return new ForeignController(kind, evidence, STEPS);
  }
}
