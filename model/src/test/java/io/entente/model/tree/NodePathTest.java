package io.entente.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodePathTest {

  private static final long SEED = 7L;

  @Test
  void readsBackEveryPathItPrints() {
    // Given
    var paths = new RandomTrees(new Random(SEED));
    for (int i = 0; i < 5_000; i++) {
      // When
      NodePath path = paths.path();
      // Then
      assertThat(NodePath.parse(path.toString()))
          .as("seed %s, path %s: %s", SEED, i, path)
          .isEqualTo(path);
    }
  }

  @Test
  void printsAsPeopleWriteIt() {
    assertThat(
            NodePath.of("virtual_hosts")
                .element("name", "eu.west")
                .field("routes")
                .index(0)
                .toString())
        .isEqualTo("virtual_hosts[name=eu\\.west].routes[0]");
  }

  @Test
  void tellsAnEmptyNameFromTheRoot() {
    assertThat(NodePath.parse(NodePath.of("").toString())).isNotEqualTo(NodePath.root());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a[", "a[x]", "a[-1]", "a]b", "a[0", "\\", "a[0]b"})
  void rejectsWhatIsNotAPath(String text) {
    assertThatThrownBy(() -> NodePath.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
