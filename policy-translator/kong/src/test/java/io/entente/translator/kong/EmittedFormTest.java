package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.testkit.GoldenCases;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A real node's own schemas take every entity we make. */
class EmittedFormTest {

  private static final long SEED = 7;

  @TestFactory
  Stream<DynamicTest> everyEntityOfTheCasesFitsItsSchema() throws IOException {
    return GoldenCases.all().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(), () -> fits(translate(folder))));
  }

  private static Translation translate(Path folder) throws IOException {
    return new KongTranslator().translate(Requests.read(GoldenCases.request(folder)));
  }

  @Test
  void everyEntityOfRandomPoliciesFitsItsSchema() {
    var random = new Random(SEED);
    var generator = new RandomPolicies(1);
    var plugins = new TreeSet<String>();
    for (int round = 0; round < 200; round++) {
      var policies = new ArrayList<Policy>();
      for (int i = 0; i < 4; i++) {
        policies.add(
            Policies.enforcing(
                "p" + i, generator.kind(random.nextInt(RandomPolicies.KINDS), random)));
      }
      Translation translation = Worlds.translate(policies);
      fits(translation);
      translation.objects().values().forEach(object -> plugins.add(name(object)));
    }
    assertThat(plugins)
        .containsExactly(
            "acl",
            "basic-auth",
            "bot-detection",
            "correlation-id",
            "cors",
            "http-log",
            "ip-restriction",
            "key-auth",
            "proxy-cache",
            "rate-limiting",
            "request-size-limiting",
            "request-termination",
            "request-transformer",
            "response-transformer");
  }

  @Test
  void theJudgeComplains() {
    Node.Obj bad =
        (Node.Obj)
            YamlTree.readAll(
                    "{name: rate-limiting, config: {limit_by: moon, header: 1, error_code: 0}}",
                    TreeLimits.DOCUMENT)
                .get(0);

    assertThat(SchemaJudge.complaints("plugins", bad)).hasSize(4);
  }

  private static void fits(Translation translation) {
    translation
        .objects()
        .forEach(
            (key, object) -> {
              // no schema of theirs was recorded: AuthoritiesTest gives one to a node
              boolean judged =
                  !key.equals(KongNames.CONFIG) && !key.kind().equals(KongKinds.CA_CERTIFICATES);
              if (judged) {
                assertThat(complaints(key.kind(), root(object))).as("%s", root(object)).isEmpty();
              }
            });
  }

  /** Of a plugin that the recorded node does not have, by what Kong publishes. */
  private static List<String> complaints(String kind, Node.Obj entity) {
    String name = entity.field("name").map(Recorded::text).orElse("");
    return kind.equals("plugins") && Recorded.schema().document("plugins/" + name).isEmpty()
        ? EnterpriseJudge.complaints(name, Recorded.field(entity, "config"))
        : SchemaJudge.complaints(kind, entity);
  }

  private static String name(NativeObject object) {
    return Recorded.text(Recorded.field(root(object), "name"));
  }

  private static Node.Obj root(NativeObject object) {
    return (Node.Obj) ((Content.Tree) object.content()).root();
  }
}
