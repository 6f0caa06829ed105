package io.entente.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.ObjectKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CanonicalTextTest {

  private static final long SEED = 11L;

  @Test
  void equalTreesAndOnlyTheyHaveEqualText() {
    // Given
    var trees = new RandomTrees(new Random(SEED));
    for (int i = 0; i < 3_000; i++) {
      // When
      Node left = trees.tree(3);
      Node right = trees.tree(3);
      // Then
      assertThat(CanonicalText.of(left).equals(CanonicalText.of(right)))
          .as("seed %s, pair %s: %s and %s", SEED, i, left, right)
          .isEqualTo(left.equals(right));
    }
  }

  @Test
  void numbersAreEqualByValueAndKeepEveryDigit() {
    assertThat(CanonicalText.of(Node.number(new BigDecimal("1.0")))).isEqualTo("1");
    assertThat(CanonicalText.of(Node.number(new BigDecimal("0E+9")))).isEqualTo("0");
    assertThat(CanonicalText.of(Node.number(new BigDecimal("12345678901234567890.12"))))
        .isEqualTo("12345678901234567890.12");
  }

  @Test
  void hugeExponentsStayShort() {
    assertThat(CanonicalText.of(Node.number(new BigDecimal("1E+1000000")))).isEqualTo("1E+1000000");
  }

  @Test
  void noDocumentCanImitateASecretOrAPendingValue() {
    // Given
    var hmac = new Fingerprint("a".repeat(64));
    var secret = new Node.Secret(new SecretRef("vault:x"), hmac);
    var pending = new Node.Pending(new ObjectKey("revision", "r"), "number");
    var fakeSecret = Node.obj(Map.of("$secret", Node.obj(Map.of("hmac", Node.text(hmac.hex())))));
    // When, Then
    assertThat(CanonicalText.of(fakeSecret)).isNotEqualTo(CanonicalText.of(secret));
    assertThat(CanonicalText.of(pending)).contains("$pending").doesNotContain("$$");
  }

  @Test
  void secretsAreEqualByFingerprintWhereverTheyCanBeHad() {
    // Given
    var hmac = new Fingerprint("a".repeat(64));
    var here = new Node.Secret(new SecretRef("vault:x"), hmac);
    var there = new Node.Secret(new SecretRef("env:Y"), hmac);
    var other = new Node.Secret(new SecretRef("vault:x"), new Fingerprint("b".repeat(64)));
    // When, Then
    assertThat(here).isEqualTo(there).hasSameHashCodeAs(there).isNotEqualTo(other);
    assertThat(CanonicalText.of(here)).isEqualTo(CanonicalText.of(there));
    assertThat(CanonicalText.of(Node.arr(List.of(here)))).doesNotContain("vault");
  }
}
