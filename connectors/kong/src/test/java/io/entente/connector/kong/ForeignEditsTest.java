package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.id;
import static io.entente.connector.kong.Entities.json;
import static io.entente.connector.kong.Entities.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.StepResult;
import io.entente.model.tree.NodePath;
import io.entente.reconciliation.DriftDetector;
import io.entente.reconciliation.PlanInput;
import io.entente.reconciliation.Planner;
import io.entente.reconciliation.Undo;
import io.entente.simulator.kong.Database;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand edits of others: each inside our claims is found, none is invented, none undone. */
class ForeignEditsTest {

  private static final int EDITS = 1000;
  private static final int A_ROUND = 25;
  private static final int OURS = 30;
  private static final int SERVICES = 4;
  private static final int FIRST_ROUTE = 1001;
  private static final int FIRST_PLUGIN = 2001;
  private static final long SEED = 20261121L;

  @Test
  void everyEditInsideOurClaimsIsFoundAndNoneElsewhere() {
    try (var kong = new SimulatedKong(Database.POSTGRES)) {
      // Given
      build(kong);
      Dialect dialect = kong.dialect();
      var desired = desired();
      var plan =
          Planner.plan(
              dialect,
              kong.connector().describe(),
              new PlanInput(desired, new TreeMap<>(), Reads.snapshot(kong.connector())));
      apply(kong, plan.changeSets());
      var random = new Random(SEED);
      int edits = 0;
      int value = 0;
      while (edits < EDITS) {
        // When
        var round = new ArrayList<ForeignEdit>();
        var targets = new ArrayList<>(IntStream.range(0, OURS).boxed().toList());
        Collections.shuffle(targets, random);
        var services = new HashSet<Integer>();
        while (round.size() < A_ROUND) {
          int service = 1 + random.nextInt(SERVICES);
          int dice = random.nextInt(10);
          if (dice < 5 && !targets.isEmpty()) {
            int plugin = FIRST_PLUGIN + targets.remove(0);
            round.add(ForeignEdit.ofOurs(kong, random.nextInt(5), plugin));
          } else if (dice == 5 && services.add(service)) {
            round.add(ForeignEdit.ofRetries(kong, 100 + service));
          } else {
            round.add(ForeignEdit.ofTheirs(kong, random.nextInt(6), value++, 100 + service));
          }
        }
        round.forEach(edit -> edit.run().run());
        edits += round.size();
        // Then
        var seen = Reads.snapshot(kong.connector());
        var found =
            DriftDetector.detect(dialect, desired, seen).stream()
                .map(
                    drift ->
                        new ForeignEdit.Expected(
                            drift.key(), drift.path().toString(), drift.kind()))
                .collect(Collectors.toSet());
        assertThat(found)
            .as("seed %s, after %s edits", SEED, edits)
            .isEqualTo(
                round.stream()
                    .flatMap(edit -> edit.expected().stream())
                    .collect(Collectors.toSet()));
        // When: our part is put right again
        var foreign = foreign(dialect, seen, desired);
        var repair =
            Planner.plan(
                dialect, kong.connector().describe(), new PlanInput(desired, desired, seen));
        apply(kong, repair.changeSets());
        // Then
        var after = Reads.snapshot(kong.connector());
        assertThat(DriftDetector.detect(dialect, desired, after)).isEmpty();
        assertThat(foreign(dialect, after, desired)).isEqualTo(foreign);
      }
      // When: everything of ours is taken back
      var last = Reads.snapshot(kong.connector());
      var undo = Undo.plan(dialect, kong.connector().describe(), plan.changeSets(), last).draft();
      assertThat(undo.refusals()).isEmpty();
      apply(kong, undo.changeSets());
      // Then
      var end = Reads.snapshot(kong.connector());
      assertThat(foreign(dialect, end, desired)).isEqualTo(foreign(dialect, last, desired));
      assertThat(end.objects()).doesNotContainKeys(ours().toArray(ObjectKey[]::new));
      for (int service = 1; service <= SERVICES; service++) {
        var content = end.objects().get(key("services", 100 + service)).content();
        assertThat(ClaimScope.inside(java.util.Optional.of(content), Set.of(retries())))
            .isEqualTo(
                ClaimScope.inside(
                    java.util.Optional.of(new Content.Tree(json("{'retries':5}"))),
                    Set.of(retries())));
      }
    }
  }

  private static void build(SimulatedKong kong) {
    for (int service = 1; service <= SERVICES; service++) {
      kong.put("services", id(100 + service), Entities.service(100 + service));
    }
    for (int i = 0; i < OURS; i++) {
      kong.put("routes", id(FIRST_ROUTE + i), Entities.route(FIRST_ROUTE + i, 101 + i % SERVICES));
    }
    kong.put("routes", id(1000), Entities.route(1000, 101));
    kong.put("consumers", id(2), json("{'username':'alice'}"));
    kong.put("key-auths", id(3), json("{'key':'k','consumer':{'id':'" + id(2) + "'}}"));
    kong.put("plugins", id(5), json("{'name':'correlation-id','config':{'header_name':'x-id'}}"));
  }

  private static SortedMap<ObjectKey, NativeObject> desired() {
    var objects = new TreeMap<ObjectKey, NativeObject>();
    for (int i = 0; i < OURS; i++) {
      var key = key("plugins", FIRST_PLUGIN + i);
      objects.put(key, Entities.whole(key, Entities.limit(FIRST_PLUGIN + i, FIRST_ROUTE + i, 5)));
    }
    for (int service = 1; service <= SERVICES; service++) {
      var key = key("services", 100 + service);
      objects.put(
          key, new NativeObject(key, new Content.Tree(json("{'retries':2}")), Set.of(retries())));
    }
    return objects;
  }

  private static Claim retries() {
    return new Claim.Fields(Set.of(NodePath.of("retries")), Entities.SOURCE);
  }

  private static List<ObjectKey> ours() {
    return IntStream.range(0, OURS).mapToObj(i -> key("plugins", FIRST_PLUGIN + i)).toList();
  }

  private static void apply(SimulatedKong kong, List<ChangeSet> sets) {
    var applier = kong.connector().applier().orElseThrow();
    sets.stream()
        .flatMap(set -> set.steps().stream())
        .forEach(
            step ->
                assertThat(applier.apply(step, Map.of()))
                    .as("seed %s, %s", SEED, step)
                    .isInstanceOf(StepResult.Done.class));
  }

  /** What of each object is not ours, by hash. */
  private static Map<ObjectKey, Hash> foreign(
      Dialect dialect, Snapshot snapshot, SortedMap<ObjectKey, NativeObject> desired) {
    var parts = new HashMap<ObjectKey, Hash>();
    snapshot
        .objects()
        .forEach(
            (key, object) -> {
              Set<Claim> claims = desired.containsKey(key) ? desired.get(key).claims() : Set.of();
              var content = dialect.canonicalise(key, object.content());
              ClaimScope.project(key, content, claims)
                  .outside()
                  .ifPresent(outside -> parts.put(key, outside.hash()));
            });
    return parts;
  }
}
