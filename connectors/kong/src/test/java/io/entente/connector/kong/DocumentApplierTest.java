package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.id;
import static io.entente.connector.kong.Entities.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.NodeState.Sync;
import io.entente.model.claim.ClaimMerge;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.simulator.kong.Database;
import io.entente.translator.kong.dialect.KongDialect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a step does to the document of a Kong without database. */
class DocumentApplierTest {

  private static final String ESTATE =
      ("{'_format_version':'3.0','services':[{'id':'%1$s','name':'orders',"
          + "'url':'http://127.0.0.1:9001','tags':[%5$s]}],"
          + "'routes':[{'id':'%2$s','name':'r','paths':['/r'],'service':'%1$s'}],"
          + "'consumers':[{'id':'%3$s','username':'alice'}],"
          + "'keyauth_credentials':[{'id':'%4$s','key':'canary-key','consumer':'%3$s'}],"
          + "'basicauth_credentials':[{'id':'%6$s','username':'alice','password':'canary-pw',"
          + "'consumer':'%3$s'}]}");

  @Test
  void credentialsOfOthersAreWrittenBackAsTheyWere() {
    try (var kong = estate("", new TreeMap<>())) {
      // Given
      var before = kong.document();
      // When
      var result = send(kong, ours(5));
      // Then
      assertThat(result).isInstanceOf(StepResult.Done.class);
      var after = kong.document();
      assertThat(after.field("keyauth_credentials")).isEqualTo(before.field("keyauth_credentials"));
      assertThat(after.field("basicauth_credentials"))
          .isEqualTo(before.field("basicauth_credentials"));
      assertThat(Reads.snapshot(kong.connector()).toString()).doesNotContain("canary");
    }
  }

  @Test
  void nodeThatRunsTheLoadedDocumentIsSyncedUntilAnotherIsLoaded() {
    try (var kong = estate("", new TreeMap<>())) {
      // When
      send(kong, ours(5));
      // Then
      assertThat(sync(kong)).isEqualTo(Sync.SYNCED);
      // When
      kong.load(json("{'_format_version':'3.0'}"));
      // Then
      assertThat(sync(kong)).isEqualTo(Sync.UNKNOWN);
    }
  }

  @Test
  void documentOfAnIngressControllerIsNotWritten() {
    try (var kong = estate("'managed-by-ingress-controller'", new TreeMap<>())) {
      // Given
      long writes = kong.writes();
      // When
      var result = send(kong, ours(5));
      // Then
      assertThat(result).isInstanceOf(StepResult.Refused.class);
      var refused = (StepResult.Refused) result;
      assertThat(refused.failure()).isEqualTo(FailureClass.UNSUPPORTED);
      assertThat(refused.why().code()).isEqualTo(KongErrorCode.FOREIGN_CONTROLLER);
      assertThat(kong.writes()).isEqualTo(writes);
    }
  }

  @Test
  void operatorMayAllowItNevertheless() {
    var settings = new TreeMap<>(Map.of(KongConfig.FOREIGN_CONTROLLERS, "allow"));
    try (var kong = estate("'managed-by-ingress-controller'", settings)) {
      assertThat(send(kong, ours(5))).isInstanceOf(StepResult.Done.class);
    }
  }

  @Test
  void documentKongRefusesLeavesTheOldOneRunning() {
    try (var kong = estate("", new TreeMap<>())) {
      // Given
      var before = kong.document();
      // When
      var result = send(kong, ours(-1));
      // Then
      assertThat(result).isInstanceOf(StepResult.Refused.class);
      assertThat(((StepResult.Refused) result).why().code()).isEqualTo(KongErrorCode.REFUSED);
      assertThat(((StepResult.Refused) result).why().message()).contains("minute");
      assertThat(kong.document()).isEqualTo(before);
    }
  }

  private static Sync sync(SimulatedKong kong) {
    return kong.connector()
        .applier()
        .orElseThrow()
        .convergence(KongDialect.DOMAIN)
        .nodes()
        .get(0)
        .sync();
  }

  private static SimulatedKong estate(String tags, TreeMap<String, String> settings) {
    var kong = new SimulatedKong(Database.OFF, settings);
    kong.load(json(ESTATE.formatted(id(1), id(10), id(3), id(4), tags, id(5))));
    return kong;
  }

  private static StepResult send(SimulatedKong kong, NativeObject desired) {
    var observed = Reads.snapshot(kong.connector()).objects().get(KongInventoryReader.DOCUMENT);
    var after = desired.withContent(ClaimMerge.merge(Optional.of(observed), desired, Set.of()));
    var change = new Change(desired.key(), Optional.of(observed), Optional.of(after));
    return kong.connector().applier().orElseThrow().apply(new Step(1, change), Map.of());
  }

  private static NativeObject ours(int perMinute) {
    Node plugin = Entities.limit(20, 10, perMinute).with("route", Node.text(id(10)));
    return new NativeObject(
        KongInventoryReader.DOCUMENT,
        new Content.Tree(Node.obj(Map.of("plugins", Node.arr(java.util.List.of(plugin))))),
        Set.of(new Claim.Element(NodePath.of("plugins"), "id", id(20), Entities.SOURCE)));
  }
}
