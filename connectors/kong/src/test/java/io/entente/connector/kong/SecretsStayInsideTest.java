package io.entente.connector.kong;

import static io.entente.connector.kong.Entities.id;
import static io.entente.connector.kong.Entities.json;
import static io.entente.connector.kong.Entities.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.testkit.CapturedLogs;
import io.entente.json.StoredTree;
import io.entente.model.estate.Completeness;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.fault.Effect;
import io.entente.simulator.kong.fault.Fault;
import io.entente.simulator.kong.fault.Trigger;
import io.entente.simulator.kong.fault.Trigger.On;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Canaries in every place Kong keeps a secret are found nowhere outside the connector. */
class SecretsStayInsideTest {

  private static final String CANARY = "canary";

  /** Values planted below; basic-auth comes back hashed. */
  private static final int PLANTED = 9;

  @Test
  void noSnapshotHoldsOne() {
    try (var logs = new CapturedLogs();
        var kong = planted()) {
      // When
      var snapshot = Reads.snapshot(kong.connector());
      // Then
      assertThat(snapshot.completeness()).isEqualTo(new Completeness.Complete());
      assertThat(snapshot.toString()).doesNotContain(CANARY);
      for (NativeObject object : snapshot.objects().values()) {
        var root = ((Content.Tree) object.content()).root();
        assertThat(StoredTree.write(root)).doesNotContain(CANARY);
      }
      assertThat(logs.lines()).noneMatch(line -> line.contains(CANARY));
      assertThat(snapshot.toString().split("kong:", -1)).hasSizeGreaterThan(PLANTED);
    }
  }

  @Test
  void basicAuthenticationHashesAreSecretsToo() {
    try (var kong = planted()) {
      // Given
      String hash = Trees.text(kong.entity("basic-auths", id(7)), "password").orElseThrow();
      // Then
      assertThat(Reads.snapshot(kong.connector()).toString()).doesNotContain(hash);
    }
  }

  @Test
  void noProblemOfAFailedWriteHoldsOne() {
    try (var logs = new CapturedLogs();
        var kong = planted()) {
      // Given
      kong.secrets().put("hub:key", CANARY + "-key-auth");
      var secret =
          new Node.Secret(
              new SecretRef("hub:key"), kong.secrets().fingerprint(CANARY + "-key-auth"));
      var credential =
          Entities.whole(
              key("key-auths", 70),
              json("{'id':'%s','tags':['entente'],'consumer':{'id':'%s'}}".formatted(id(70), id(2)))
                  .with("key", secret));
      // When: the key is taken, and Kong repeats it in its answer
      var taken = send(kong, credential);
      kong.faults(new Fault(new Effect.ServerError(500), Trigger.every(On.WRITES)));
      var failed = send(kong, credential);
      kong.faults(new Fault(new Effect.LoseAnswer(), Trigger.every(On.WRITES)));
      var lost = send(kong, credential);
      // Then
      assertThat(taken).isInstanceOf(StepResult.Refused.class);
      assertThat(failed).isInstanceOf(StepResult.Unknown.class);
      assertThat(lost).isInstanceOf(StepResult.Unknown.class);
      assertThat(List.of(taken, failed, lost).toString()).doesNotContain(CANARY);
      assertThat(logs.lines()).noneMatch(line -> line.contains(CANARY));
    }
  }

  @Test
  void secretsOfOthersSurviveWhatWeWriteBesideThem() {
    try (var kong = planted()) {
      // Given
      Node before = kong.entity("plugins", id(20));
      var ours = Entities.whole(key("plugins", 80), Entities.limit(80, 11, 5));
      // When
      assertThat(send(kong, ours)).isInstanceOf(StepResult.Done.class);
      // Then
      assertThat(kong.entity("plugins", id(20))).isEqualTo(before);
      assertThat(before.toString()).contains(CANARY);
    }
  }

  private static StepResult send(SimulatedKong kong, NativeObject wanted) {
    var change = new Change(wanted.key(), Optional.empty(), Optional.of(wanted));
    return kong.connector().applier().orElseThrow().apply(new Step(1, change), Map.of());
  }

  private static SimulatedKong planted() {
    var kong = new SimulatedKong(Database.POSTGRES);
    kong.put("services", id(1), Entities.service(1));
    kong.put("routes", id(10), Entities.route(10, 1));
    kong.put("routes", id(11), Entities.route(11, 1));
    kong.put("consumers", id(2), json("{'username':'alice'}"));
    String owner = "'consumer':{'id':'" + id(2) + "'}}";
    kong.put("key-auths", id(4), json("{'key':'canary-key-auth'," + owner));
    kong.put("jwts", id(5), json("{'key':'iss','secret':'canary-jwt'," + owner));
    kong.put("hmac-auths", id(6), json("{'username':'a','secret':'canary-hmac'," + owner));
    kong.put("basic-auths", id(7), json("{'username':'a','password':'canary-basic'," + owner));
    kong.put(
        "vaults",
        id(8),
        json("{'name':'env','prefix':'my-env','config':{'prefix':'KONG_VAULT_'}}"));
    String scope = "'route':{'id':'" + id(10) + "'},";
    plugin(
        kong,
        20,
        "'http-log'," + scope,
        "{'http_endpoint':'http://127.0.0.1/canary-log-endpoint','headers':{'x-a':'canary-log-header'}}");
    plugin(
        kong,
        21,
        "'rate-limiting'," + scope,
        "{'minute':5,'policy':'redis','redis':{'host':'127.0.0.1','password':'canary-redis'}}");
    plugin(
        kong,
        22,
        "'request-transformer'," + scope,
        "{'add':{'headers':['Authorization:canary-transformer']}}");
    plugin(
        kong,
        23,
        "'ai-proxy'," + scope,
        "{'route_type':'llm/v1/chat','model':{'provider':'openai','name':'m'},"
            + "'auth':{'header_name':'Authorization','header_value':'canary-ai-header'}}");
    plugin(
        kong,
        24,
        "'http-log','service':{'id':'" + id(1) + "'},",
        "{'http_endpoint':'http://user:canary-service-level@127.0.0.1/'}");
    return kong;
  }

  private static void plugin(SimulatedKong kong, int number, String nameAndScope, String config) {
    kong.put("plugins", id(number), json("{'name':" + nameAndScope + "'config':" + config + "}"));
  }
}
