package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.simulator.apigee.fault.Effect;
import io.entente.simulator.apigee.fault.Fault;
import io.entente.simulator.apigee.fault.Match;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.HookDescription;
import io.entente.translator.apigee.dialect.HookDescription.Former;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The process dies between any two calls of a plan, or after a call of which the answer never came.
 * Started again it reads, plans and gets there, without making a revision twice.
 */
@Tag("long")
class CrashInsideStepsTest {

  private static final Effect DEAD = new Effect.Status(403, Optional.empty());
  private static final String PROXY = "orders";
  private static final String OWN = "entente-api";
  private static final String FLOW = "entente-flow";
  private static final String HOOK = "PreProxyFlowHook";

  /** What is applied when the process dies. */
  enum Plan {
    EVERYTHING_MADE(0, 1),
    EVERYTHING_CHANGED(1, 2),
    EVERYTHING_REMOVED(2, 0);

    private final int from;
    private final int to;

    Plan(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  /** What is there in the end. */
  private record End(
      Set<ObjectKey> keys, Map<ObjectKey, Hash> foreign, Map<String, Long> imports) {}

  @ParameterizedTest
  @EnumSource(Plan.class)
  void whereverItDiesItGetsThere(Plan what) {
    // Given: how it ends when nothing happens
    End expected;
    int calls;
    Map<String, Integer> writes;
    try (var apigee = estate()) {
      var hub = new MiniHub(apigee.connector());
      hub.reach(desired(apigee, what.from));
      var plan = hub.plan(desired(apigee, what.to));
      long before = apigee.simulator().traffic().requests();
      apigee.faults();
      MiniHub.steps(plan).forEach(hub::send);
      calls = (int) (apigee.simulator().traffic().requests() - before);
      writes = apigee.writesByMethod();
      expected = end(apigee, hub);
    }
    // When, Then
    for (int call = 1; call <= calls; call++) {
      assertGetsThere(
          what,
          "dead from call " + call,
          expected,
          new Fault(Match.ANY, call - 1, Integer.MAX_VALUE, DEAD));
    }
    int lost = 0;
    for (var method : writes.entrySet()) {
      for (int write = 0; write < method.getValue(); write++) {
        assertGetsThere(
            what,
            "answer lost of " + method.getKey() + " " + write,
            expected,
            new Fault(new Match(method.getKey(), "/v1/**"), write, 1, new Effect.LoseAnswer()));
        lost++;
      }
    }
    System.out.println(what + ": " + calls + " crashes between calls, " + lost + " lost answers");
  }

  /** The one place where something of ours is left: undeployed, running nothing, and shown. */
  @Test
  void aProxyOfOursThatWasOnlyUndeployedIsShownAndUsedAgain() {
    try (var apigee = estate()) {
      // Given
      var hub = new MiniHub(apigee.connector());
      hub.reach(desired(apigee, 1));
      apigee.byHand(
          api -> {
            api.proxies().undeploy(OWN, "1");
            return OWN;
          });
      // When
      var seen = hub.read().objects();
      // Then
      assertThat(seen).doesNotContainKey(new ObjectKey(ApigeeKinds.APIS, OWN));
      assertThat(seen).containsKey(new ObjectKey(ApigeeKinds.API_METADATA, OWN));
      hub.reach(desired(apigee, 1));
      assertThat(imports(apigee)).containsEntry("apis/" + OWN, 1L);
    }
  }

  private static void assertGetsThere(Plan what, String where, End expected, Fault fault) {
    try (var apigee = estate()) {
      var hub = new MiniHub(apigee.connector());
      hub.reach(desired(apigee, what.from));
      var plan = hub.plan(desired(apigee, what.to));
      // When
      apigee.faults(fault);
      var journal = hub.applyUntilItFails(plan);
      apigee.faults();
      hub.restart(apigee.connector(apigee.config()));
      hub.recover(journal);
      hub.reach(desired(apigee, what.to));
      // Then
      var second = hub.plan(desired(apigee, what.to));
      assertThat(second.changeSets()).as("%s, %s", what, where).isEmpty();
      assertThat(second.drift()).as("%s, %s", what, where).isEmpty();
      End end = end(apigee, hub);
      assertThat(end.imports()).as("%s, %s", what, where).isEqualTo(expected.imports());
      assertThat(end.foreign()).as("%s, %s", what, where).isEqualTo(expected.foreign());
      assertThat(withoutShell(end.keys()))
          .as("%s, %s", what, where)
          .isEqualTo(withoutShell(expected.keys()));
    }
  }

  private static SimulatedApigee estate() {
    var apigee = new SimulatedApigee();
    apigee.deployFlow("team-auth", TestBundles.flow("team-auth", "v1"));
    apigee.attach(HOOK, "{\"sharedFlow\":\"team-auth\",\"continueOnError\":true}");
    apigee.deployProxy(PROXY, TestBundles.proxy(PROXY, "v1"));
    return apigee;
  }

  private static SortedMap<ObjectKey, NativeObject> desired(SimulatedApigee apigee, int version) {
    if (version == 0) {
      return new TreeMap<>();
    }
    String note = "v" + version;
    var before = new HookDescription(Optional.of(new Former("team-auth", true)));
    var own = new TreeMap<String, Blob>(TestBundles.proxy(OWN, note));
    own.put("apiproxy/" + OWN + ".xml", Blob.ofText("<APIProxy name=\"" + OWN + "\"/>\n"));
    return new Estate(apigee)
        .flow(FLOW, TestBundles.flow(FLOW, note))
        .hook(HOOK, FLOW, before)
        .part(PROXY, TestBundles.header("entente-" + PROXY + "-mark", "x-mark", note))
        .proxy(OWN, own)
        .targetServer("entente-backend", 8080 + version)
        .objects();
  }

  private static End end(SimulatedApigee apigee, MiniHub hub) {
    var objects = hub.read().objects();
    var foreign = new TreeMap<ObjectKey, Hash>();
    var claims = desired(apigee, 1);
    claims.putAll(desired(apigee, 2));
    objects.forEach(
        (key, object) -> {
          var content = new SteadyDialect().canonicalise(key, object.content());
          var ours = Optional.ofNullable(claims.get(key)).map(NativeObject::claims);
          ClaimMerge.remove(NativeObject.foreign(key, content), ours.orElse(Set.of()))
              .ifPresent(rest -> foreign.put(key, rest.hash()));
        });
    foreign.remove(new ObjectKey(ApigeeKinds.API_METADATA, OWN));
    return new End(new TreeSet<>(objects.keySet()), foreign, imports(apigee));
  }

  private static Map<String, Long> imports(SimulatedApigee apigee) {
    return apigee.simulator().imported().all().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.bundle().kind().collection() + "/" + entry.name(),
                TreeMap::new,
                Collectors.counting()));
  }

  private static Set<ObjectKey> withoutShell(Set<ObjectKey> keys) {
    return keys.stream()
        .filter(key -> !key.equals(new ObjectKey(ApigeeKinds.API_METADATA, OWN)))
        .collect(Collectors.toSet());
  }
}
