package io.entente.model.nativeobject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

  private static final Set<ClaimSource> SOURCE = Set.of(new ClaimSource.OfFoundation());

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "/a", "../a", "a/../b", "a\\b", "a//b", "./a", "a/", "a\nb", "a\u0000"})
  void rejectsFileNamesThatLeadElsewhere(String name) {
    assertThatThrownBy(() -> files(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hashTellsNamesBytesAndKindsApart() {
    assertThat(files("a").hash()).isEqualTo(files("a").hash()).isNotEqualTo(files("b").hash());
    assertThat(new Content.Files(new TreeMap<>()).hash())
        .isNotEqualTo(new Content.Tree(Node.obj()).hash());
  }

  @Test
  void hashIsSha256() {
    assertThat(Hash.ofText("").hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThatThrownBy(() -> new Hash("E3")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void claimsHaveToFitTheContent() {
    // Given
    var key = new ObjectKey("bundle", "b");
    Claim fields = new Claim.Fields(Set.of(NodePath.of("a")), SOURCE);
    Claim files = new Claim.FileSet(Set.of("a"), SOURCE);
    // When, Then
    assertThatThrownBy(() -> new NativeObject(key, files("a"), Set.of(fields)))
        .hasMessageContaining("bundle/b");
    assertThatThrownBy(() -> new NativeObject(key, new Content.Tree(Node.obj()), Set.of(files)))
        .hasMessageContaining("bundle/b");
  }

  @Test
  void claimsNameTheirSourceAndSomething() {
    assertThatThrownBy(() -> new Claim.Whole(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Claim.Fields(Set.of(), SOURCE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Claim.Element(NodePath.of("a"), " ", "v", SOURCE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Content files(String name) {
    var entries = new TreeMap<String, Hash>();
    entries.put(name, Hash.ofText("bytes"));
    return new Content.Files(entries);
  }
}
