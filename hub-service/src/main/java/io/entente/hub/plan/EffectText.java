package io.entente.hub.plan;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.PolicyName;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.reconciliation.Difference;
import io.entente.reconciliation.PlaceSources;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What callers will notice of a plan: which APIs and policies start, stop or change on which
 * routes, by what was applied last and what is desired.
 */
final class EffectText {

  private EffectText() {}

  /** What more is to be said of a policy of a kind on routes. */
  interface More {
    Optional<Node> of(String kind, List<String> routes);
  }

  static Node of(
      Desired desired,
      SortedMap<ObjectKey, NativeObject> last,
      List<Difference> differences,
      More turnedAway) {
    var wanted = desired.translation().objects();
    var before = versions(last);
    var after = versions(wanted);
    var touched = touched(last, wanted, differences);
    var rows = new TreeMap<String, Node>();
    var names = new HashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      var was = Optional.ofNullable(before.get(name));
      var is = Optional.ofNullable(after.get(name));
      effect(was, is, touched.contains(name))
          .ifPresent(effect -> rows.put(name, row(desired, name, effect, was, is, turnedAway)));
    }
    return Node.arr(List.copyOf(rows.values()));
  }

  private static Optional<String> effect(
      Optional<Integer> was, Optional<Integer> is, boolean touched) {
    if (was.isEmpty()) {
      return Optional.of("STARTS");
    }
    if (is.isEmpty()) {
      return Optional.of("STOPS");
    }
    if (!touched) {
      return Optional.empty();
    }
    return Optional.of(was.equals(is) ? "RETURNS" : "CHANGES");
  }

  /** Documents by {@code kind/name} with the newest version that claims anything. */
  private static Map<String, Integer> versions(SortedMap<ObjectKey, NativeObject> objects) {
    var found = new TreeMap<String, Integer>();
    for (NativeObject object : objects.values()) {
      for (Claim claim : object.claims()) {
        for (ClaimSource source : claim.sources()) {
          if (source instanceof ClaimSource.OfPolicy of) {
            found.merge("policy/" + of.version().policy(), of.version().version(), Math::max);
          } else if (source instanceof ClaimSource.OfApi of) {
            found.merge("api/" + of.api(), of.version(), Math::max);
          }
        }
      }
    }
    return found;
  }

  private static Set<String> touched(
      SortedMap<ObjectKey, NativeObject> last,
      SortedMap<ObjectKey, NativeObject> wanted,
      List<Difference> differences) {
    var names = new HashSet<String>();
    for (Difference difference : differences) {
      for (var objects : List.of(last, wanted)) {
        var object = objects.get(difference.key());
        if (object != null) {
          PlaceSources.of(difference.path(), object.claims())
              .forEach(source -> name(source).ifPresent(names::add));
        }
      }
    }
    return names;
  }

  private static Optional<String> name(ClaimSource source) {
    if (source instanceof ClaimSource.OfPolicy of) {
      return Optional.of("policy/" + of.version().policy());
    }
    return source instanceof ClaimSource.OfApi of
        ? Optional.of("api/" + of.api())
        : Optional.empty();
  }

  private static Node row(
      Desired desired,
      String name,
      String effect,
      Optional<Integer> was,
      Optional<Integer> is,
      More turnedAway) {
    var fields = new TreeMap<String, Node>();
    fields.put("what", Node.text(name));
    fields.put("effect", Node.text(effect));
    was.ifPresent(version -> fields.put("fromVersion", Node.number(version)));
    is.ifPresent(version -> fields.put("toVersion", Node.number(version)));
    List<String> routes = routes(desired, name);
    fields.put("routes", Node.arr(routes.stream().map(Node::text).toList()));
    kind(desired, name)
        .ifPresent(
            kind -> {
              fields.put("kind", Node.text(kind));
              turnedAway.of(kind, routes).ifPresent(count -> fields.put("turnedAway", count));
            });
    return Node.obj(fields);
  }

  private static List<String> routes(Desired desired, String name) {
    String bare = name.substring(name.indexOf('/') + 1);
    if (name.startsWith("api/")) {
      return desired.resolutions().keySet().stream()
          .filter(target -> target.api().equals(new ApiName(bare)))
          .map(target -> target.api() + "/" + target.route())
          .sorted()
          .toList();
    }
    return desired.translation().fidelity().entries().stream()
        .filter(entry -> entry.policy().policy().equals(new PolicyName(bare)))
        .map(entry -> entry.target())
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<String> kind(Desired desired, String name) {
    return desired.translation().fidelity().entries().stream()
        .filter(entry -> name.equals("policy/" + entry.policy().policy()))
        .map(entry -> entry.kind())
        .findFirst();
  }
}
