package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.claim.ClaimMerge;
import io.entente.model.claim.ClaimScope;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import io.entente.translator.Translation;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Without a database ours are elements of a document that others write as well. */
class DeclarativeDocumentTest {

  private static final String FOREIGN =
      "{id: 0d000000-0000-4000-8000-000000000001, name: cors, route: "
          + Worlds.ROUTE
          + ", config: {max_age: 123456789012345678901234567890, odd: null}}";

  private final KongDialect dialect = new KongDialect(Recorded.schema());

  @Test
  void oursAreElementsAndTheRestIsNotClaimed() {
    // When
    NativeObject ours = translated();

    // Then
    assertThat(ours.claims())
        .hasSize(2)
        .allSatisfy(
            claim -> {
              var element = (Claim.Element) claim;
              assertThat(element.list().toString()).isEqualTo("plugins");
              assertThat(dialect.mergeField(ours.key().kind(), element.list()))
                  .contains(element.mergeField());
            });
  }

  @Test
  void foreignElementsStayAsTheyWere() {
    // Given
    NativeObject observed = observed();
    NativeObject ours = translated();

    // When
    Content written = ClaimMerge.merge(Optional.of(observed), ours, Set.of());

    // Then
    Node.Arr plugins = (Node.Arr) Recorded.field(root(written), "plugins");
    assertThat(plugins.items()).hasSize(3);
    assertThat(plugins.items()).contains(YamlTree.readAll(FOREIGN, TreeLimits.DOCUMENT).get(0));
    for (String kind : List.of("services", "routes", "consumers", "_format_version")) {
      assertThat(Recorded.field(root(written), kind))
          .isEqualTo(Recorded.field(root(observed.content()), kind));
    }
  }

  @Test
  void whatIsReadBackIsWhatWasWanted() {
    // Given
    NativeObject ours = translated();
    Content written = ClaimMerge.merge(Optional.of(observed()), ours, Set.of());

    // When
    Content read = dialect.canonicalise(ours.key(), written);

    // Then
    assertThat(ClaimScope.same(Optional.of(read), Optional.of(ours.content()), ours.claims()))
        .isTrue();
  }

  @Test
  void takingOursOutLeavesTheDocumentOfOthers() {
    // Given
    NativeObject ours = translated();
    Content written = ClaimMerge.merge(Optional.of(observed()), ours, Set.of());

    // When
    Optional<Content> left =
        ClaimMerge.remove(NativeObject.foreign(ours.key(), written), ours.claims());

    // Then
    assertThat(left).contains(observed().content());
  }

  @Test
  void referencesAreBareIds() {
    Node.Arr plugins = (Node.Arr) Recorded.field(root(translated().content()), "plugins");

    assertThat(plugins.items())
        .allSatisfy(
            plugin ->
                assertThat(Recorded.field(plugin, "route")).isEqualTo(Node.text(Worlds.ROUTE)));
  }

  @Test
  void theIdsAreTheSameWithAndWithoutADatabase() {
    Translation withDatabase = Worlds.translate(policies());

    assertThat(translated().claims().stream().map(c -> ((Claim.Element) c).mergeValue()))
        .containsExactlyInAnyOrderElementsOf(
            withDatabase.objects().keySet().stream().map(key -> key.nativeId()).toList());
  }

  private static NativeObject translated() {
    Translation translation = Worlds.translate(Worlds.declarative(FOREIGN), policies());
    assertThat(translation.refusals()).isEmpty();
    return translation.objects().get(KongNames.CONFIG);
  }

  private static List<Policy> policies() {
    return List.of(
        Policies.enforcing(
            "limit",
            new RateLimit(5, Duration.ofMinutes(1), new LimitKey.Route(), OnMissingKey.IP)),
        Policies.enforcing("office", new IpFilter(List.of(Cidr.parse("10.0.0.0/8")), List.of())));
  }

  private static NativeObject observed() {
    return Worlds.declarative(FOREIGN).get(KongNames.CONFIG);
  }

  private static Node root(Content content) {
    return ((Content.Tree) content).root();
  }
}
