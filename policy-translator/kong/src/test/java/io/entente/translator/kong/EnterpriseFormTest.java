package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.estate.VendorSchema;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.RandomPolicies;
import java.util.List;
import java.util.Random;
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
    for (int round = 0; round < 2_000; round++) {
      // Given
      Policy policy =
          round % 2 == 0 ? policies.any(random) : Policies.enforcing("p", RandomAccess.jwt(random));

      // When
      Translation translation = translate(policy);

      // Then
      for (var object : translation.objects().values()) {
        Node.Obj body = (Node.Obj) ((Content.Tree) object.content()).root();
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
            "correlation-id",
            "cors",
            "http-log",
            "ip-restriction",
            "key-auth",
            "openid-connect",
            "rate-limiting",
            "request-size-limiting",
            "request-termination",
            "request-transformer",
            "response-transformer");
    assertThat(tokens).isGreaterThan(20);
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
  void theJudgeComplains() {
    Node bad =
        JsonTree.read(
            "{\"key_names\": \"x\", \"moon\": 1, \"hide_credentials\": 1}", TreeLimits.VENDOR);
    Node choice = JsonTree.read("{\"auth_methods\": [\"moon\"]}", TreeLimits.VENDOR);

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
    for (int round = 0; round < 600; round++) {
      // Given
      Policy policy = policies.any(random);
      if (policy.spec().kind() instanceof Jwt) {
        continue;
      }

      // When
      Translation enterprise =
          new KongTranslator().translate(Worlds.enterprise(Recorded.schema(), List.of(policy)));
      Translation openSource = Worlds.translate(List.of(policy));

      // Then
      assertThat(enterprise.objects()).isEqualTo(openSource.objects());
      same += enterprise.objects().isEmpty() ? 0 : 1;
    }
    assertThat(same).isGreaterThan(300);
  }

  private static Translation translate(Policy policy) {
    return new KongTranslator().translate(Worlds.enterprise(VendorSchema.none(), List.of(policy)));
  }
}
