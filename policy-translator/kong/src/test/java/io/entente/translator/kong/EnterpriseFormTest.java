package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.VendorSchema;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.testkit.Changes;
import io.entente.translator.testkit.GoldenCases;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.RandomBodies;
import io.entente.translator.testkit.RandomOpenApi;
import io.entente.translator.testkit.RandomPolicies;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What goes out to the enterprise edition fits the schemas that Kong publishes of 3.15. */
class EnterpriseFormTest {

  private static final long SEED = 20261122;

  @Test
  void everyPluginFitsItsSchema() {
    var random = new Random(SEED);
    var policies = new RandomPolicies(1);
    var seen = new TreeSet<String>();
    int tokens = 0;
    for (int round = 0; round < 6_000; round++) {
      // Given
      Policy policy =
          round % 4 == 0 ? Policies.enforcing("p", RandomAccess.jwt(random)) : policies.any(random);

      // When
      Translation translation = translate(policy);

      // Then
      for (Node.Obj body : plugins(translation)) {
        String plugin = Recorded.text(Recorded.field(body, "name"));
        seen.add(plugin);
        tokens += plugin.equals("openid-connect") ? 1 : 0;
        assertThat(EnterpriseJudge.complaints(plugin, Recorded.field(body, "config")))
            .as("seed %d, round %d: %s", SEED, round, body)
            .isEmpty();
      }
    }
    assertThat(seen)
        .contains(
            "acl",
            "basic-auth",
            "bot-detection",
            "correlation-id",
            "cors",
            "http-log",
            "injection-protection",
            "ip-restriction",
            "json-threat-protection",
            "key-auth",
            "mtls-auth",
            "oas-validation",
            "openid-connect",
            "proxy-cache-advanced",
            "rate-limiting",
            "request-size-limiting",
            "request-termination",
            "request-transformer",
            "response-transformer",
            "upstream-timeout",
            "xml-threat-protection");
    assertThat(tokens).isGreaterThan(20);
  }

  private static List<Node.Obj> plugins(Translation translation) {
    return translation.objects().values().stream()
        .filter(object -> object.key().kind().equals(KongKinds.PLUGINS))
        .map(object -> (Node.Obj) ((Content.Tree) object.content()).root())
        .toList();
  }

  @Test
  void everyFieldOfAnIntrospectionShows() {
    var random = new Random(SEED);
    for (int round = 0; round < 200; round++) {
      Policy policy = Policies.enforcing("p", RandomAccess.introspection(random));
      Translation translation = translate(policy);
      for (var field : translation.fidelity().entries().get(0).fields()) {
        assertThat(GoldenCases.documents(translate(Changes.of(policy, field.field()))))
            .as("seed %d, round %d: %s of %s", SEED, round, field, policy)
            .isNotEqualTo(GoldenCases.documents(translation));
      }
    }
  }

  @Test
  void theSecretIsAReferenceAndNothingElse() {
    // When
    Translation translation =
        translate(Policies.enforcing("p", RandomAccess.introspection(new Random(SEED))));

    // Then
    assertThat(GoldenCases.documents(translation).toString())
        .containsPattern("\\{vault://env/secret-[0-9]\\}");
  }

  @Test
  void aTokenGoesOutWholeOrNotAtAll() {
    var random = new Random(SEED);
    for (int round = 0; round < 1_000; round++) {
      // When
      Translation translation = translate(Policies.enforcing("p", RandomAccess.jwt(random)));

      // Then
      assertThat(translation.objects().isEmpty()).isEqualTo(!translation.refusals().isEmpty());
    }
  }

  @Test
  void everyRuleAboutBodiesFitsTheSchema() {
    var random = new Random(SEED);
    var seen = new TreeMap<String, Integer>();
    for (int round = 0; round < 1_000; round++) {
      // When
      Translation translation = translate(Policies.enforcing("p", RandomBodies.any(random)));

      // Then
      assertThat(translation.refusals()).isEmpty();
      for (Node.Obj body : plugins(translation)) {
        String plugin = Recorded.text(Recorded.field(body, "name"));
        seen.merge(plugin, 1, Integer::sum);
        assertThat(EnterpriseJudge.complaints(plugin, Recorded.field(body, "config")))
            .as("seed %d, round %d: %s", SEED, round, body)
            .isEmpty();
        assertThat(EnterpriseJudge.unwritten(plugin, Recorded.field(body, "config"))).isEmpty();
      }
    }
    assertThat(seen)
        .containsOnlyKeys("injection-protection", "json-threat-protection", "xml-threat-protection")
        .allSatisfy((plugin, count) -> assertThat(count).isGreaterThan(200));
  }

  @Test
  void everyOpenApiRuleFitsTheSchemaOrDoesNotGoOut() {
    var random = new Random(SEED);
    int sent = 0;
    for (int round = 0; round < 300; round++) {
      // Given
      Policy policy = Policies.enforcing("p", RandomOpenApi.any(random));

      // When
      Translation translation = translate(policy);

      // Then
      for (var field : translation.fidelity().entries().get(0).fields()) {
        if (translation.objects().isEmpty() || field.field().equals("mode")) {
          continue;
        }
        assertThat(GoldenCases.documents(translate(Changes.of(policy, field.field()))))
            .as("seed %d, round %d: %s of %s", SEED, round, field, policy)
            .isNotEqualTo(GoldenCases.documents(translation));
      }
      for (Node.Obj body : plugins(translation)) {
        String plugin = Recorded.text(Recorded.field(body, "name"));
        assertThat(plugin).isEqualTo("oas-validation");
        assertThat(EnterpriseJudge.complaints(plugin, Recorded.field(body, "config")))
            .as("seed %d, round %d: %s", SEED, round, body)
            .isEmpty();
        assertThat(EnterpriseJudge.unwritten(plugin, Recorded.field(body, "config"))).isEmpty();
        sent++;
      }
    }
    assertThat(sent).isBetween(200, 280);
  }

  @Test
  void theJudgeComplains() {
    Node bad =
        JsonTree.read(
            "{\"key_names\": \"x\", \"moon\": 1, \"hide_credentials\": 1}", TreeLimits.VENDOR);
    Node choice = JsonTree.read("{\"auth_methods\": [\"moon\"]}", TreeLimits.VENDOR);

    Node deep = JsonTree.read("{\"max_depth\": \"9\", \"depth\": 1}", TreeLimits.VENDOR);
    Node mode = JsonTree.read("{\"enforcement_mode\": \"allow\"}", TreeLimits.VENDOR);

    assertThat(EnterpriseJudge.complaints("xml-threat-protection", deep)).hasSize(2);
    assertThat(EnterpriseJudge.complaints("json-threat-protection", mode)).hasSize(1);
    assertThat(EnterpriseJudge.unwritten("json-threat-protection", mode)).hasSize(10);
    assertThat(EnterpriseJudge.complaints("key-auth", bad)).hasSize(3);
    assertThat(EnterpriseJudge.complaints("openid-connect", choice)).hasSize(2);
  }

  /** What was recorded of the open source node is no more than judged by a schema here. */
  @Test
  void nothingIsSaidToBeRecorded() {
    var random = new Random(SEED);
    var policies = new RandomPolicies(1);
    for (int round = 0; round < 300; round++) {
      // When
      Translation translation = translate(policies.any(random));

      // Then
      assertThat(translation.fidelity().entries().get(0).fields())
          .extracting(field -> field.evidence())
          .doesNotContain(EvidenceGrade.RECORDED);
    }
  }

  /** The tests of what the documents do, which a node of the open source edition stands in for. */
  @Test
  void whatBothEditionsHaveIsWrittenTheSame() {
    var random = new Random(SEED);
    var policies = new RandomPolicies(1);
    int same = 0;
    for (int round = 0; round < 1_500; round++) {
      // Given
      Policy policy = policies.any(random);
      // When
      Translation enterprise =
          new KongTranslator().translate(Worlds.enterprise(Recorded.schema(), List.of(policy)));
      Translation openSource = Worlds.translate(List.of(policy));

      // Then
      if (!openSource.objects().isEmpty()) {
        assertThat(enterprise.objects()).isEqualTo(openSource.objects());
        same++;
      }
    }
    assertThat(same).isGreaterThan(300);
  }

  private static Translation translate(Policy policy) {
    return new KongTranslator()
        .translate(
            Worlds.enterprise(
                VendorSchema.none(),
                List.of(policy),
                "json-threat-protection",
                "xml-threat-protection",
                "injection-protection",
                "proxy-cache-advanced",
                "upstream-timeout",
                "oas-validation",
                "mtls-auth"));
  }
}
