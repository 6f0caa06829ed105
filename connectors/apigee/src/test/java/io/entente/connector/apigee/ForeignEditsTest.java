package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.reconciliation.DriftDetector;
import io.entente.translator.apigee.dialect.ApigeeDialect;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.HookDescription;
import io.entente.translator.apigee.dialect.HookPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int PROXIES = 12;
  private static final int FLOWS = 6;
  private static final long SEED = 20261121L;
  private static final HookDescription NONE = new HookDescription(Optional.empty());
  private static final Dialect DIALECT = new ApigeeDialect();

  @Test
  void everyEditInsideOurClaimsIsFoundAndNoneElsewhere() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      apigee.deployFlow("team-auth", TestBundles.flow("team-auth", "v1"));
      proxies().forEach(name -> apigee.deployProxy(name, TestBundles.proxy(name, "v1")));
      apigee.deployProxy("others", TestBundles.proxy("others", "v1"));
      var hub = new MiniHub(apigee.connector());
      hub.reach(desired(apigee));
      var random = new Random(SEED);
      int edits = 0;
      int inside = 0;
      while (edits < EDITS) {
        // When
        var round = round(apigee, random, edits);
        round.forEach(edit -> edit.run().run());
        edits += round.size();
        // Then
        var seen = hub.read();
        var expected =
            round.stream().flatMap(edit -> edit.expected().stream()).collect(Collectors.toSet());
        assertThat(found(hub, seen))
            .as("seed %s, after %s edits", SEED, edits)
            .containsExactlyInAnyOrderElementsOf(expected);
        inside += (int) round.stream().filter(edit -> !edit.expected().isEmpty()).count();
        // When: our part is put right again
        var foreign = foreign(hub, seen);
        hub.reach(desired(apigee));
        // Then
        var after = hub.read();
        assertThat(found(hub, after)).isEmpty();
        assertThat(foreign(hub, after)).as("seed %s, after %s", SEED, edits).isEqualTo(foreign);
      }
      // When: everything of ours is taken back
      var last = hub.read();
      var foreign = foreign(hub, last);
      hub.reach(new TreeMap<>());
      // Then
      assertThat(foreign(hub, hub.read())).isEqualTo(foreign);
      System.out.println(edits + " edits, " + inside + " of them inside our claims, seed " + SEED);
    }
  }

  private static List<ForeignEdit> round(SimulatedApigee apigee, Random random, int edits) {
    var proxies = new ArrayList<>(proxies());
    var flows = new ArrayList<>(IntStream.range(0, FLOWS).mapToObj(i -> flow(i)).toList());
    var hooks = new ArrayList<>(Arrays.asList(HookPoint.values()));
    Collections.shuffle(proxies, random);
    Collections.shuffle(flows, random);
    Collections.shuffle(hooks, random);
    var round = new ArrayList<ForeignEdit>();
    while (round.size() < A_ROUND) {
      int dice = random.nextInt(10);
      int kind = random.nextInt(60);
      int value = edits + round.size();
      if (dice < 3 && !proxies.isEmpty()) {
        round.add(ForeignEdit.ofPart(apigee, kind, proxies.remove(0), value));
      } else if (dice < 5 && !flows.isEmpty()) {
        round.add(ForeignEdit.ofFlow(apigee, kind, flows.remove(0), value));
      } else if (dice < 6 && !hooks.isEmpty()) {
        var point = hooks.remove(0);
        round.add(ForeignEdit.ofHook(apigee, kind, point.vendorName(), attached(point)));
      } else if (kind % 6 == 2 && !proxies.isEmpty()) {
        round.add(ForeignEdit.ofTheirs(apigee, kind, value, proxies.remove(0)));
      } else {
        round.add(ForeignEdit.ofTheirs(apigee, kind, value, "others"));
      }
    }
    return round;
  }

  private static SortedMap<ObjectKey, NativeObject> desired(SimulatedApigee apigee) {
    var estate = new Estate(apigee);
    proxies()
        .forEach(
            name -> estate.part(name, TestBundles.header("entente-" + name + "-mark", "x", "1")));
    IntStream.range(0, FLOWS).forEach(i -> estate.flow(flow(i), TestBundles.flow(flow(i), "v1")));
    for (HookPoint point : HookPoint.values()) {
      estate.flow(attached(point), TestBundles.flow(attached(point), "v1"));
      estate.hook(point.vendorName(), attached(point), NONE);
    }
    return estate.objects();
  }

  private static List<String> proxies() {
    return IntStream.range(0, PROXIES).mapToObj(i -> "orders-" + i).toList();
  }

  private static String flow(int number) {
    return "entente-flow-" + number;
  }

  private static String attached(HookPoint point) {
    return ApigeeNames.dispatcher(SimulatedApigee.ENVIRONMENT, point);
  }

  private static Set<ForeignEdit.Expected> found(MiniHub hub, Snapshot seen) {
    return DriftDetector.detect(DIALECT, hub.lastApplied(), seen).stream()
        .map(d -> new ForeignEdit.Expected(d.key(), d.path().toString(), d.kind()))
        .collect(Collectors.toSet());
  }

  /** What of each object is not ours, by hash. */
  private static Map<ObjectKey, Hash> foreign(MiniHub hub, Snapshot snapshot) {
    var parts = new TreeMap<ObjectKey, Hash>();
    snapshot
        .objects()
        .forEach(
            (key, object) -> {
              var content = new SteadyDialect().canonicalise(key, object.content());
              Set<Claim> claims =
                  Optional.ofNullable(hub.lastApplied().get(key))
                      .map(NativeObject::claims)
                      .orElse(Set.of());
              boolean ours = ApigeeNames.isOurs(key.nativeId());
              if (!ours) {
                ClaimMerge.remove(NativeObject.foreign(key, content), claims)
                    .ifPresent(rest -> parts.put(key, rest.hash()));
              }
            });
    return parts;
  }
}
