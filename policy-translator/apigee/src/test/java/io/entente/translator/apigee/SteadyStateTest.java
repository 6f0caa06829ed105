package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.claim.ClaimScope;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.apigee.dialect.ApigeeDialect;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.testkit.GoldenCases;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/**
 * Once all is as it is wanted, the same request asks for nothing more; and giving up gives back.
 */
class SteadyStateTest {

  @Test
  void wantsNothingMoreOnceEverythingIsWritten() throws IOException {
    for (Path folder : GoldenCases.all()) {
      // Given
      Requests.Case golden = Requests.read(GoldenCases.request(folder));
      Translation wanted = translate(golden.request(), golden.world());
      World after = written(golden.world(), wanted);

      // When
      Translation again = translate(golden.request(), after);

      // Then
      again
          .objects()
          .forEach(
              (key, object) ->
                  assertThat(
                          ClaimScope.same(
                              Optional.of(object.content()),
                              Optional.ofNullable(after.observed().get(key))
                                  .map(NativeObject::content),
                              object.claims()))
                      .as("%s of %s", key, folder)
                      .isTrue());
      assertThat(again.objects().keySet()).as("%s", folder).isEqualTo(wanted.objects().keySet());
      assertThat(again.refusals()).isEqualTo(wanted.refusals());
    }
  }

  @Test
  void givesEverythingOfOthersBackToTheByteWhenAllIsGivenUp() throws IOException {
    int hooks = 0;
    int bundles = 0;
    var dialect = new ApigeeDialect();
    for (Path folder : GoldenCases.all()) {
      // Given
      Requests.Case golden = Requests.read(GoldenCases.request(folder));
      Translation wanted = translate(golden.request(), golden.world());
      World after = written(golden.world(), wanted);
      for (NativeObject ours : wanted.objects().values()) {
        Optional<NativeObject> before =
            Optional.ofNullable(golden.world().observed().get(ours.key()));
        NativeObject now = after.observed().getOrDefault(ours.key(), ours);

        // When
        Optional<Content> left = dialect.released(now, ours.claims());

        // Then
        if (ours.key().kind().equals("flowhooks")) {
          Content former =
              before
                  .map(hook -> dialect.canonicalise(ours.key(), hook.content()))
                  .orElse(dialect.canonicalise(ours.key(), new Content.Tree(empty(ours.key()))));
          boolean wasOurs = folder.toString().contains("already-ours");
          if (!wasOurs) {
            assertThat(left.map(c -> dialect.canonicalise(ours.key(), c)))
                .as("%s of %s", ours.key(), folder)
                .contains(former);
          }
          hooks++;
        } else if (ours.key().kind().equals("apis") && !ApigeeNames.isOurs(ours.key().nativeId())) {
          assertThat(left)
              .as("%s of %s", ours.key(), folder)
              .isEqualTo(before.map(NativeObject::content));
          bundles++;
        } else {
          assertThat(left).as("%s of %s", ours.key(), folder).isEmpty();
        }
      }
    }
    assertThat(hooks).isGreaterThan(15);
    assertThat(bundles).isGreaterThan(4);
  }

  @Test
  void namesTheRevisionOfAFlowThatIsThereAlready() {
    // Given
    World world = Worlds.world();
    TranslationRequest request =
        Worlds.request(
            world,
            Worlds.bound(Worlds.ALL),
            List.of(Policies.enforcing("p", RandomPolicies.ipFilter(new Random(1)))));
    Translation first = translate(request, world);
    World after = written(world, first);
    var key = new ObjectKey("sharedflow_deployments", "entente-prod-pre-proxy");

    // When
    Translation again = translate(request, after);

    // Then
    assertThat(revision(first, key)).isInstanceOf(Node.Pending.class);
    assertThat(revision(again, key)).isEqualTo(Node.text("7"));
  }

  private static Node revision(Translation translation, ObjectKey key) {
    return ((Node.Obj) ((Content.Tree) translation.objects().get(key).content()).root())
        .field("revision")
        .orElseThrow();
  }

  private static Translation translate(TranslationRequest request, World world) {
    return new ApigeeTranslator()
        .translate(
            new TranslationRequest(
                request.gateway(),
                request.profile(),
                request.apis(),
                world.observed(),
                request.resolutions()));
  }

  /** What the environment holds once the translation is applied; ours are revision 7. */
  private static World written(World before, Translation translation) {
    var after = new World();
    before
        .observed()
        .forEach((key, object) -> after.put(key.kind(), key.nativeId(), object.content()));
    SortedMap<ObjectKey, SortedMap<String, Blob>> bundles = before.written(translation);
    Set<ObjectKey> done = new HashSet<>();
    bundles.forEach(
        (key, files) -> {
          if (key.kind().equals("apis")) {
            after.bundle(key.nativeId(), files);
            done.add(key);
          }
        });
    translation
        .objects()
        .forEach(
            (key, object) -> {
              if (!done.contains(key)) {
                Content merged =
                    ClaimMerge.merge(
                        Optional.ofNullable(before.observed().get(key)), object, Set.of());
                boolean deployment = key.kind().equals("sharedflow_deployments");
                after.put(
                    key.kind(),
                    key.nativeId(),
                    deployment
                        ? new Content.Tree(Node.obj().with("revision", Node.text("7")))
                        : merged);
                if (deployment) {
                  after.put(
                      "sharedflow_metadata",
                      key.nativeId(),
                      new Content.Tree(Node.obj().with("latestRevision", Node.text("7"))));
                }
              }
            });
    return after;
  }

  private static Node.Obj empty(ObjectKey hook) {
    return Node.obj().with("flowHookPoint", Node.text(hook.nativeId()));
  }
}
