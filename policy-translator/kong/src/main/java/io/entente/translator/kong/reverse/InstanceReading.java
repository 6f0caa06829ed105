package io.entente.translator.kong.reverse;

import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Node;
import io.entente.policy.PolicyKind;
import io.entente.translator.kong.emit.Ingest;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one instance says.
 *
 * @param policies found in it
 * @param reason why it is not expressed; empty when it is
 */
record InstanceReading(List<FoundPolicy> policies, Optional<String> reason) {

  /** The fields that every plugin instance has, and that are read. */
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "name",
          "instance_name",
          "enabled",
          "route",
          "service",
          "consumer",
          "consumer_group",
          "protocols",
          "ordering",
          "tags",
          "config",
          "created_at",
          "updated_at");

  /** Those that say who and where it is; the rest is compared. */
  private static final List<String> IDENTITY =
      List.of(
          "id",
          "tags",
          "route",
          "service",
          "consumer",
          "consumer_group",
          "created_at",
          "updated_at");

  InstanceReading {
    policies = List.copyOf(policies);
  }

  static InstanceReading of(
      Instance instance,
      PluginReader reader,
      NativeEstate estate,
      Reaches reaches,
      Rewriting rewriting,
      VendorSchema schema,
      Optional<Ingest> ingest) {
    try {
      check(instance, schema);
      Scope scope = Scope.of(instance, estate);
      Config config = config(instance);
      Where where = Where.of(scope, estate, ingest);
      List<PolicyKind> kinds = reader.kinds(config, where);
      SortedMap<String, String> unexpressed =
          unexpressed(instance, reader, rewriting.instance(reader, kinds), config, scope);
      return found(instance, kinds, unexpressed, reaches.of(scope));
    } catch (NotSaid e) {
      return new InstanceReading(List.of(), Optional.of(e.reason()));
    } catch (IllegalArgumentException e) {
      return new InstanceReading(
          List.of(), Optional.of("a policy cannot hold one of its values: " + e.getMessage()));
    }
  }

  private static void check(Instance instance, VendorSchema schema) {
    if (schema.document("plugins/" + instance.plugin()).isEmpty()) {
      throw new NotSaid("the gateway did not tell the schema of it, so its defaults are unknown");
    }
    if (!instance.enabled()) {
      throw new NotSaid("it is disabled");
    }
    for (String field : instance.entity().body().fields().keySet()) {
      if (!KNOWN.contains(field) && instance.entity().given(field).isPresent()) {
        throw new NotSaid("it has a field '" + field + "', of which nothing is known here");
      }
    }
    List<Node> protocols = instance.entity().list("protocols");
    if (!protocols.containsAll(List.of(Node.text("http"), Node.text("https")))) {
      throw new NotSaid("it does not act on both http and https");
    }
  }

  private static Config config(Instance instance) {
    return instance.settings().orElseThrow(() -> new NotSaid("it has no settings"));
  }

  private static SortedMap<String, String> unexpressed(
      Instance instance, PluginReader reader, Node.Obj rewritten, Config config, Scope scope) {
    Node.Obj body = instance.entity().body();
    for (String field : IDENTITY) {
      body = body.without(field);
    }
    var unexpressed = new TreeMap<String, String>();
    for (String path : Differences.between(body, rewritten)) {
      if (reader.means(path, config)) {
        throw new NotSaid(path + " means another thing than a policy of it would");
      }
      unexpressed.put(path, Sentences.about(path, reader.sentences()));
    }
    scope.beyond().ifPresent(sentence -> unexpressed.put("scope", sentence));
    if (scope.place() instanceof Scope.Place.OfRoute one && one.alsoService()) {
      unexpressed.put(
          "service", "It names the service of its route too; a policy names the route.");
    }
    if (!Entity.ours(instance.entity().list("tags"))) {
      unexpressed.put("tags", "It has tags of others, by which another tool may look after it.");
    }
    return unexpressed;
  }

  private static InstanceReading found(
      Instance instance,
      List<PolicyKind> kinds,
      SortedMap<String, String> unexpressed,
      List<Reach> reaches) {
    var policies = new ArrayList<FoundPolicy>();
    for (Reach reach : reaches) {
      for (PolicyKind kind : kinds) {
        policies.add(
            new FoundPolicy(
                instance.entity().from(),
                instance.entity().path().toString(),
                reach,
                kind,
                unexpressed));
      }
    }
    Optional<String> reason =
        unexpressed.isEmpty()
            ? Optional.empty()
            : Optional.of(
                "policies do not say all of it: " + String.join(", ", paths(unexpressed)));
    return new InstanceReading(policies, reason);
  }

  private static Set<String> paths(Map<String, String> unexpressed) {
    return unexpressed.keySet();
  }
}
