package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The verbs that go out do what the edits, one after the other, mean. */
class HeaderMeaningTest {

  private static final long SEED = 20261121;

  @Test
  void theVerbsDoWhatTheEditsMean() {
    var random = new Random(SEED);
    int compared = 0;
    for (int round = 0; round < 1500; round++) {
      // Given
      List<Edit> request = RandomPolicies.edits(random, 6);
      List<Edit> response = RandomPolicies.edits(random, 6);
      if (request.isEmpty() && response.isEmpty()) {
        continue;
      }
      Policy policy = Policies.enforcing("p", new HeaderTransform(request, response));

      // When
      Translation translation = Worlds.translate(List.of(policy));

      // Then
      if (translation.fidelity().worst() != FidelityGrade.EXACT) {
        assertThat(translation.refusals()).hasSize(1);
        continue;
      }
      compared++;
      var headers = headers(random);
      assertThat(transformed(translation, "request-transformer", false, headers))
          .as("seed %d round %d: %s on %s", SEED, round, request, headers)
          .isEqualTo(meant(request, headers));
      assertThat(transformed(translation, "response-transformer", true, headers))
          .as("seed %d round %d: %s on %s", SEED, round, response, headers)
          .isEqualTo(meant(response, headers));
    }
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void theInterpreterKnowsThatRemoveAndAddIsNotSetInResponses() {
    // Given a configuration that was recorded to lose the header
    Node config =
        YamlTree.readAll(
                "{remove: {headers: [x-a]}, replace: {headers: []}, add: {headers: ['x-a:1']}, append: {headers: []}}",
                TreeLimits.DOCUMENT)
            .get(0);
    SortedMap<String, List<String>> sent = new TreeMap<>(Map.of("x-a", List.of("0")));

    // Then
    assertThat(new TransformerInterpreter(config, true).transform(sent)).isEmpty();
    assertThat(new TransformerInterpreter(config, false).transform(sent))
        .containsEntry("x-a", List.of("1"));
  }

  private static SortedMap<String, List<String>> transformed(
      Translation translation,
      String plugin,
      boolean response,
      SortedMap<String, List<String>> headers) {
    Optional<Node> config =
        translation.objects().values().stream()
            .map(object -> ((Content.Tree) object.content()).root())
            .filter(root -> Recorded.text(Recorded.field(root, "name")).equals(plugin))
            .map(root -> Recorded.field(root, "config"))
            .findFirst();
    return config
        .map(found -> new TransformerInterpreter(found, response).transform(headers))
        .orElse(headers);
  }

  private static SortedMap<String, List<String>> meant(
      List<Edit> edits, SortedMap<String, List<String>> headers) {
    var now = new TreeMap<>(headers);
    for (Edit edit : edits) {
      if (edit instanceof Edit.Set set) {
        now.put(edit.name(), List.of(set.value()));
      } else if (edit instanceof Edit.AddIfAbsent add) {
        now.putIfAbsent(edit.name(), List.of(add.value()));
      } else if (edit instanceof Edit.Append append) {
        var longer = new ArrayList<>(now.getOrDefault(edit.name(), List.of()));
        longer.add(append.value());
        now.put(edit.name(), longer);
      } else {
        now.remove(edit.name());
      }
    }
    return now;
  }

  private static SortedMap<String, List<String>> headers(Random random) {
    var headers = new TreeMap<String, List<String>>();
    for (String name : List.of("x-a", "x-b", "x-c", "x-d")) {
      switch (random.nextInt(3)) {
        case 0 -> headers.put(name, List.of("old"));
        case 1 -> headers.put(name, List.of("old1", "old2"));
        default -> {}
      }
    }
    return headers;
  }
}
