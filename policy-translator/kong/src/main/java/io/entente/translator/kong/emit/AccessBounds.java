package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Policy;
import io.entente.translator.Identifying;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What acl does otherwise than a policy means. */
final class AccessBounds {

  /** What judges a request before acl (950) and is meant to do so after it. */
  private static final Map<String, String> EARLIER =
      Map.of(
          "requestSize", "request-size-limiting (951) 413",
          "jsonThreat", "json-threat-protection (1009) 400",
          "xmlThreat", "xml-threat-protection (1008) 400",
          "injectionProtection", "injection-protection (1007) 400");

  private final Stated stated;
  private final GroupList groups;
  private final Place place;
  private final boolean held;

  AccessBounds(Policy policy, GroupList groups, Place place) {
    this.stated = new Stated(policy.id());
    this.groups = groups;
    this.place = place;
    this.held = groups.holds(policy);
  }

  Deviation allowedByName(String consumer) {
    String bound = "0 plugins of Kong ask for a consumer by name: ";
    String remedy =
        "Give consumer %s a group of its own (/consumers/{consumer}/acls) and allow the group."
            .formatted(consumer);
    return held && groups.allows()
        ? stated.stricter(
            "groups-only",
            bound + consumer + " passes only as one of %d groups".formatted(groups.names().size()),
            remedy)
        : stated.looser("groups-only", bound + "others than " + consumer + " pass too", remedy);
  }

  Deviation deniedByName(String consumer) {
    return stated.looser(
        "groups-only",
        "0 plugins of Kong ask for a consumer by name: %s is not refused by it".formatted(consumer),
        "Give consumer %s a group of its own (/consumers/{consumer}/acls) and deny the group."
            .formatted(consumer));
  }

  /** Who is in one of the groups that go out is in one of these. */
  List<Deviation> held(List<String> allowed) {
    return groups.names().size() == allowed.size()
        ? List.of()
        : List.of(
            stated.stricter(
                "held-by-narrower",
                "%d of %d groups pass: another policy of the route allows no more"
                    .formatted(groups.names().size(), allowed.size()),
                "None needed; one of the two policies is idle on this route."));
  }

  Deviation anotherAllow() {
    return stated.looser(
        "one-list",
        "1 acl runs on a route and its list allows who is in any group of it: another policy of the"
            + " route allows other groups, and who must be in one of both cannot be said",
        "Make one list a part of the other, or write one policy for the route.");
  }

  Deviation denyBesideAllow() {
    return stated.looser(
        "allow-or-deny",
        "1 acl runs on a route and has 1 list, of %d groups that are allowed: 0 groups are denied"
            .formatted(groups.names().size()),
        "Take who is denied out of the groups that are allowed.");
  }

  /** Nothing of the policy goes out. */
  Deviation nothing() {
    return stated.looser(
        "nothing-enforced",
        "0 callers are refused: nothing of the policy goes out",
        "Write groups, all allowed or all denied.");
  }

  List<Deviation> unknown() {
    return List.of(
        stated.different(
            "unknown-401",
            "1 status is another: acl answers who is no consumer 401, not 403",
            "None in Kong. Nobody gets through either way."));
  }

  Deviation unknownRefused() {
    return stated.stricter(
        "unknown-refused",
        "0 callers without a consumer pass: acl answers each of them 401",
        "Write onUnknown: deny, which is what Kong does.");
  }

  List<Deviation> around() {
    var found = new ArrayList<Deviation>();
    var earlier = new ArrayList<String>();
    EARLIER.forEach(
        (kind, plugin) -> {
          if (place.kinds().contains(kind) && (place.enterprise() || kind.equals("requestSize"))) {
            earlier.add(plugin);
          }
        });
    if (!earlier.isEmpty()) {
      earlier.sort(String::compareTo);
      found.add(
          stated.different(
              "judged-later",
              "%d that are meant to answer after it come before acl (950) and answer whom they refuse: %s"
                  .formatted(earlier.size(), String.join(", ", earlier)),
              "None: Kong's order is fixed. Nobody gets through either way."));
    }
    if (place.kinds().contains("apiKey")
        && !place.kinds().contains("basicAuth")
        && place.takes("OPTIONS")) {
      found.add(
          stated.stricter(
              "options-unknown",
              "0 OPTIONS requests go on where apiKey has preflight: pass, with a key or without: key-auth"
                  + " asks none of them, and acl answers each 401",
              "Write preflight: check in apiKey; a cors policy answers preflights before both."));
    }
    found.add(
        stated.different(
            "groups-header",
            "1 header, X-Consumer-Groups, tells the upstream the groups of the caller",
            "Remove x-consumer-groups with a headerTransform policy where it may not see them."));
    Set<String> foreign = new TreeSet<>(place.acting());
    foreign.retainAll(AuthenticatingPlugins.NAMES);
    if (!foreign.isEmpty()) {
      found.add(
          stated.looser(
              "foreign-credentials",
              "%d plugins of others (%s) make callers consumers too: who is a consumer by them is judged by groups, not as unknown"
                  .formatted(foreign.size(), String.join(", ", foreign)),
              "Remove them, or take them over as policies."));
    } else {
      Identifying.nobody(place.kinds(), stated).ifPresent(found::add);
    }
    return found;
  }

  /** Callers that are known by a token. */
  static Deviation noConsumer(Policy policy, Set<String> kinds, boolean enterprise) {
    return new Stated(policy.id())
        .looser(
            "no-consumer",
            "0 callers that %s identifies are consumers of Kong, whose groups acl compares"
                    .formatted(String.join(" and ", kinds))
                + (enterprise
                    ? "; of the groups that openid-connect could tell acl from a claim it would let"
                        + " pass who has no sub, and refuse who has no groups"
                    : ""),
            "Identify callers by apiKey or basicAuth, or write the groups as claims of the policy"
                + " jwt.");
  }
}
