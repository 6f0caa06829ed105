package io.entente.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.YamlTree;
import io.entente.policy.Policy;
import io.entente.policy.document.PolicyDocuments;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Policies as text are read back the same, odd letters of their values included. */
class PolicyTextTest {

  @Test
  void readsBackWhatIsWrittenAsYaml() {
    var kinds = new RandomPolicies(1);
    for (int kind = 0; kind < RandomPolicies.KINDS; kind++) {
      for (long seed = 0; seed < 200; seed++) {
        // Given
        Policy policy = Policies.enforcing("p", kinds.kind(kind, new Random(seed)));

        // When
        String text = YamlTree.write(PolicyDocuments.write(policy));

        // Then
        assertThat(OfflineDocuments.read(List.of(new Source("p.yaml", text))).policies())
            .as("kind %d, seed %d: %s", kind, seed, text)
            .containsExactly(policy);
      }
    }
  }
}
