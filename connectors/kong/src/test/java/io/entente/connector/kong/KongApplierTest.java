package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.id;
import static io.entente.connector.kong.Entities.json;
import static io.entente.connector.kong.Entities.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.SecretRef;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.fault.Effect;
import io.entente.simulator.kong.fault.Fault;
import io.entente.simulator.kong.fault.Trigger;
import io.entente.simulator.kong.fault.Trigger.On;
import io.entente.simulator.kong.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one step may and may not do to a Kong with database. */
class KongApplierTest {

  private static final int ROUTE = 10;
  private static final ObjectKey KEY = key("plugins", 20);

  private final SimulatedKong kong = new SimulatedKong(Database.POSTGRES);

  @BeforeEach
  void estate() {
    kong.put("services", id(1), Entities.service(1));
    kong.put("routes", id(ROUTE), Entities.route(ROUTE, 1));
  }

  @AfterEach
  void close() {
    kong.close();
  }

  @Test
  void pluginWithoutScopeIsNeverSent() {
    // Given
    Node global = Entities.limit(20, ROUTE, 5).without("route");
    long writes = kong.writes();
    // When
    var result = send(Optional.empty(), Optional.of(Entities.whole(KEY, global)));
    // Then
    refused(result, FailureClass.FIX_CONFIG, KongErrorCode.PLUGIN_WITHOUT_SCOPE);
    assertThat(kong.writes()).isEqualTo(writes);
  }

  @Test
  void pluginWhoseScopeIsNullIsNeverSent() {
    // Given
    Node global =
        Entities.limit(20, ROUTE, 5).with("route", Node.nothing()).with("service", Node.obj());
    long writes = kong.writes();
    // When
    var result = send(Optional.empty(), Optional.of(Entities.whole(KEY, global)));
    // Then
    refused(result, FailureClass.FIX_CONFIG, KongErrorCode.PLUGIN_WITHOUT_SCOPE);
    assertThat(kong.writes()).isEqualTo(writes);
  }

  @Test
  void entityWithOurIdThatIsNotTaggedAsOursIsNotOverwritten() {
    // Given
    Node theirs = Entities.limit(20, ROUTE, 1).without("tags");
    kong.put("plugins", id(20), theirs);
    Node before = kong.entity("plugins", id(20));
    // When
    var result = send(Optional.empty(), Optional.of(ours(5)));
    // Then
    refused(result, FailureClass.PRECONDITION_LOST, KongErrorCode.FOREIGN_ENTITY);
    assertThat(kong.entity("plugins", id(20))).isEqualTo(before);
  }

  @Test
  void whatSomebodyElseMadeSinceWeLookedIsKept() {
    // Given
    var theirs =
        "{\"name\":\"rate-limiting\",\"route\":{\"id\":\"%s\"},\"config\":{\"minute\":1}}"
            .formatted(id(ROUTE));
    var edit =
        Request.of(
            "PUT",
            "/plugins/" + id(20),
            Map.of("Content-Type", "application/json"),
            theirs.getBytes(StandardCharsets.UTF_8));
    kong.faults(new Fault(new Effect.ForeignEdit(edit), Trigger.nth(On.WRITES, 1)));
    // When
    var result = send(Optional.empty(), Optional.of(ours(5)));
    // Then
    refused(result, FailureClass.PRECONDITION_LOST, KongErrorCode.FOREIGN_ENTITY);
    assertThat(Trees.items(Trees.field(kong.entity("plugins", id(20)), "tags"))).isEmpty();
  }

  @Test
  void createdPluginIsAsWantedAndEnabledAtOnce() {
    // When
    var result = send(Optional.empty(), Optional.of(ours(5)));
    // Then
    assertThat(result).isInstanceOf(StepResult.Done.class);
    Node plugin = kong.entity("plugins", id(20));
    assertThat(Trees.isTrue(Trees.field(plugin, "enabled"))).isTrue();
    assertThat(Trees.field(plugin, "route").flatMap(r -> Trees.text(r, "id"))).contains(id(ROUTE));
  }

  @Test
  void whatKongRefusesIsRefusedWithItsFieldAndNothingIsWritten() {
    // Given
    Node wrong = Entities.limit(20, ROUTE, -1);
    // When
    var result = send(Optional.empty(), Optional.of(Entities.whole(KEY, wrong)));
    // Then
    var refused = refused(result, FailureClass.FIX_CONFIG, KongErrorCode.REFUSED);
    assertThat(refused.why().path().orElse("")).contains("config.minute");
  }

  @Test
  void scopeTakenByAnotherPluginIsRefusedAsConflict() {
    // Given
    kong.put("plugins", id(21), Entities.limit(21, ROUTE, 1).without("tags"));
    // When
    var result = send(Optional.empty(), Optional.of(ours(5)));
    // Then
    refused(result, FailureClass.FIX_CONFIG, KongErrorCode.CONFLICT);
  }

  @Test
  void routeThatIsGoneIsRefused() {
    // Given
    kong.delete("routes", id(ROUTE));
    // When
    var result = send(Optional.empty(), Optional.of(ours(5)));
    // Then
    assertThat(result).isInstanceOf(StepResult.Refused.class);
    assertThat(((StepResult.Refused) result).failure()).isEqualTo(FailureClass.FIX_CONFIG);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504})
  void failureOfTheServerIsUnknown(int status) {
    // Given
    kong.faults(new Fault(new Effect.ServerError(status), Trigger.nth(On.WRITES, 1)));
    // When
    var result = send(Optional.empty(), Optional.of(ours(5)));
    // Then
    unknown(result, KongErrorCode.WRITE_UNCERTAIN);
  }

  @Test
  void droppedConnectionIsUnknown() {
    // Given
    kong.faults(new Fault(new Effect.DropConnection(), Trigger.nth(On.WRITES, 1)));
    // Then
    unknown(send(Optional.empty(), Optional.of(ours(5))), KongErrorCode.WRITE_UNCERTAIN);
  }

  @Test
  void cutAnswerIsUnknown() {
    // Given
    kong.faults(new Fault(new Effect.CutAnswer(), Trigger.nth(On.WRITES, 1)));
    // Then
    unknown(send(Optional.empty(), Optional.of(ours(5))), KongErrorCode.WRITE_UNCERTAIN);
  }

  @Test
  void throttledWriteIsTriedAgain() {
    // Given
    kong.faults(new Fault(new Effect.TooManyRequests(0), new Trigger(On.WRITES, 1, 2, 1, 0, 0)));
    // Then
    assertThat(send(Optional.empty(), Optional.of(ours(5)))).isInstanceOf(StepResult.Done.class);
  }

  @Test
  void writeThrottledForGoodIsRefusedBecauseItDidNotLand() {
    // Given
    kong.faults(new Fault(new Effect.TooManyRequests(0), Trigger.every(On.WRITES)));
    // Then
    refused(
        send(Optional.empty(), Optional.of(ours(5))),
        FailureClass.THROTTLED,
        KongErrorCode.THROTTLED);
  }

  @Test
  void unreadablePreconditionIsRefusedWithoutAWrite() {
    // Given
    kong.connector().describe();
    kong.faults(new Fault(new Effect.ServerError(500), Trigger.every(On.READS)));
    long writes = kong.writes();
    // When
    var result = send(Optional.empty(), Optional.of(ours(5)));
    // Then
    refused(result, FailureClass.TRANSIENT, KongErrorCode.SERVER_ERROR);
    assertThat(kong.writes()).isEqualTo(writes);
  }

  @Test
  void secretIsResolvedOnlyIntoTheWrite() {
    // Given
    kong.secrets().put("hub:ingest", "canary-token");
    // When
    var result = send(Optional.empty(), Optional.of(withToken("canary-token")));
    // Then
    assertThat(result).isInstanceOf(StepResult.Done.class);
    assertThat(kong.entity("plugins", id(20)).toString()).contains("canary-token");
    assertThat(Reads.snapshot(kong.connector()).toString()).doesNotContain("canary-token");
  }

  @Test
  void secretThatCannotBeHadIsRefused() {
    refused(
        send(Optional.empty(), Optional.of(withToken("canary-token"))),
        FailureClass.FIX_CONFIG,
        KongErrorCode.SECRET_UNRESOLVED);
  }

  @Test
  void secretThatIsAnotherThanApprovedIsRefused() {
    // Given
    kong.secrets().put("hub:ingest", "canary-other");
    // When
    var result = send(Optional.empty(), Optional.of(withToken("canary-token")));
    // Then
    refused(result, FailureClass.FIX_CONFIG, KongErrorCode.SECRET_CHANGED);
    assertThat(result.toString()).doesNotContain("canary");
  }

  @Test
  void refusalOfKongDoesNotRepeatTheSecretThatWasSent() {
    // Given
    kong.secrets().put("hub:ingest", "canary-token");
    Node body = ((Content.Tree) withToken("canary-token").content()).root();
    Node wrong =
        ((Node.Obj) body)
            .with(
                "config",
                ((Node.Obj) Trees.field(body, "config").orElseThrow())
                    .with(
                        "http_endpoint",
                        new Node.Secret(
                            new SecretRef("hub:ingest"),
                            kong.secrets().fingerprint("canary-token"))));
    // When
    var result = send(Optional.empty(), Optional.of(Entities.whole(KEY, wrong)));
    // Then
    assertThat(result).isInstanceOf(StepResult.Refused.class);
    assertThat(result.toString()).doesNotContain("canary-token");
  }

  @Test
  void deletionIsSeenByTheNextRead() {
    // Given
    send(Optional.empty(), Optional.of(ours(5)));
    // When
    var result = send(Optional.of(ours(5)), Optional.empty());
    // Then
    assertThat(result).isInstanceOf(StepResult.Done.class);
    assertThat(Reads.snapshot(kong.connector()).objects()).doesNotContainKey(KEY);
  }

  @Test
  void whatSomebodyDeletedMeanwhileIsDone() {
    // Given
    long writes = kong.writes();
    // When
    var result = send(Optional.of(ours(5)), Optional.empty());
    // Then
    assertThat(result).isInstanceOf(StepResult.Done.class);
    assertThat(kong.writes()).isEqualTo(writes);
  }

  @Test
  void partThatDoesNotFitIntoWhatIsThereIsRefusedBeforeAnythingIsSent() {
    // Given: our field lies below a value
    var key = key("services", 1);
    var claim = new Claim.Fields(Set.of(NodePath.of("host", "below")), Entities.SOURCE);
    var content = new Content.Tree(json("{'host':{'below':'x'}}"));
    var before = NativeObject.foreign(key, new Content.Tree(kong.entity("services", id(1))));
    long writes = kong.writes();
    // When
    var result =
        send(Optional.of(before), Optional.of(new NativeObject(key, content, Set.of(claim))));
    // Then
    assertThat(result).isInstanceOf(StepResult.Refused.class);
    assertThat(((StepResult.Refused) result).why().code()).isEqualTo("PATH_BLOCKED");
    assertThat(kong.writes()).isEqualTo(writes);
  }

  @Test
  void documentOfANodeWithoutDatabaseDoesNotFit() {
    // Given
    var document = NativeObject.foreign(KongInventoryReader.DOCUMENT, ours(5).content());
    // When
    var step =
        new Step(1, new Change(document.key(), Optional.of(document), Optional.of(document)));
    var result = kong.connector().applier().orElseThrow().apply(step, Map.of());
    // Then
    refused(result, FailureClass.UNSUPPORTED, KongErrorCode.UNSUPPORTED);
  }

  private StepResult send(Optional<NativeObject> before, Optional<NativeObject> after) {
    var key = after.or(() -> before).orElseThrow().key();
    return kong.connector()
        .applier()
        .orElseThrow()
        .apply(new Step(1, new Change(key, before, after)), Map.of());
  }

  private static NativeObject ours(int perMinute) {
    return Entities.whole(KEY, Entities.limit(20, ROUTE, perMinute));
  }

  private NativeObject withToken(String token) {
    Node.Obj plugin =
        json(
            ("{'id':'%s','name':'http-log','route':{'id':'%s'},'tags':['entente'],"
                    + "'config':{'http_endpoint':'http://127.0.0.1:9/x','headers':{}}}")
                .formatted(id(20), id(ROUTE)));
    Node secret = new Node.Secret(new SecretRef("hub:ingest"), kong.secrets().fingerprint(token));
    Node config =
        ((Node.Obj) plugin.field("config").orElseThrow())
            .with("headers", Node.obj(Map.of("X-Token", secret)));
    return Entities.whole(KEY, plugin.with("config", config));
  }

  private static StepResult.Refused refused(StepResult result, FailureClass failure, String code) {
    assertThat(result).isInstanceOf(StepResult.Refused.class);
    var refused = (StepResult.Refused) result;
    assertThat(refused.why().code()).isEqualTo(code);
    assertThat(refused.failure()).isEqualTo(failure);
    return refused;
  }

  private static void unknown(StepResult result, String code) {
    assertThat(result).isInstanceOf(StepResult.Unknown.class);
    assertThat(((StepResult.Unknown) result).why().code()).isEqualTo(code);
  }
}
