package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadMarkTest {
  private static final long SEED = 20261121;

  @Test
  void equalObjectsHaveEqualMarks() {
    assertThat(ReadMark.of(objects(new Random(SEED), 1_700)))
        .isEqualTo(ReadMark.of(objects(new Random(SEED), 1_700)));
  }

  @Test
  void aChangeOfAnyOneObjectChangesTheMark() {
    var random = new Random(SEED);
    var objects = objects(random, 600);
    var mark = ReadMark.of(objects);
    for (int i = 0; i < 300; i++) {
      // Given
      int at = random.nextInt(objects.size());
      var edited = new ArrayList<>(objects);
      NativeObject before = objects.get(at);
      NativeObject after = before.withContent(new Content.Tree(node(random, 0)));
      edited.set(at, after);
      // When, Then
      assertThat(ReadMark.of(edited).equals(mark))
          .as("seed %s, edit %s of object %s", SEED, i, at)
          .isEqualTo(after.content().hash().equals(before.content().hash()));
    }
  }

  @Test
  void nothingRunsIntoItsNeighbour() {
    assertThat(mark(Node.text("ab"), Node.text("c")))
        .isNotEqualTo(mark(Node.text("a"), Node.text("bc")));
    assertThat(mark(Node.text("1"))).isNotEqualTo(mark(Node.number(1)));
    assertThat(mark(Node.arr(List.of()))).isNotEqualTo(mark(Node.obj(Map.of())));
    assertThat(mark(Node.text("\ud800"))).isNotEqualTo(mark(Node.text("\ud801")));
    assertThat(mark(Node.text("?"))).isNotEqualTo(mark(Node.text("\ud801")));
    assertThat(mark(Node.text("\u00e9"))).isNotEqualTo(mark(Node.text("\u0080\u0000\u00e9")));
  }

  @Test
  void aSecretIsTheSameWhateverItsReference() {
    var hmac = new Fingerprint("a".repeat(64));
    assertThat(mark(new Node.Secret(new SecretRef("vault:a"), hmac)))
        .isEqualTo(mark(new Node.Secret(new SecretRef("vault:b"), hmac)));
    assertThat(mark(new Node.Secret(new SecretRef("vault:a"), hmac)))
        .isNotEqualTo(
            mark(new Node.Secret(new SecretRef("vault:a"), new Fingerprint("b".repeat(64)))));
  }

  @Test
  void filesCountByNameAndHash() {
    var one = files(Map.of("a", Hash.ofText("1"), "b", Hash.ofText("2")));
    var same = files(Map.of("b", Hash.ofText("2"), "a", Hash.ofText("1")));
    var swapped = files(Map.of("a", Hash.ofText("2"), "b", Hash.ofText("1")));

    assertThat(ReadMark.of(List.of(one))).isEqualTo(ReadMark.of(List.of(same)));
    assertThat(ReadMark.of(List.of(one))).isNotEqualTo(ReadMark.of(List.of(swapped)));
  }

  private static ReadMark mark(Node... nodes) {
    var objects = new ArrayList<NativeObject>();
    for (Node node : nodes) {
      objects.add(NativeObject.foreign(new ObjectKey("k", "id"), new Content.Tree(node)));
    }
    return ReadMark.of(objects);
  }

  private static NativeObject files(Map<String, Hash> entries) {
    return NativeObject.foreign(
        new ObjectKey("apis", "orders"), new Content.Files(new TreeMap<>(entries)));
  }

  private static List<NativeObject> objects(Random random, int count) {
    var objects = new ArrayList<NativeObject>();
    for (int i = 0; i < count; i++) {
      objects.add(
          NativeObject.foreign(
              new ObjectKey("plugins", "id-" + i), new Content.Tree(node(random, 0))));
    }
    return objects;
  }

  private static Node node(Random random, int depth) {
    int kind = random.nextInt(depth > 3 ? 4 : 6);
    if (kind == 4) {
      var fields = new HashMap<String, Node>();
      for (int i = random.nextInt(4); i > 0; i--) {
        fields.put("f" + random.nextInt(9), node(random, depth + 1));
      }
      return Node.obj(fields);
    }
    if (kind == 5) {
      var items = new ArrayList<Node>();
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(node(random, depth + 1));
      }
      return Node.arr(items);
    }
    return kind == 3 ? Node.number(random.nextInt(50)) : Node.text("t" + random.nextInt(999));
  }
}
