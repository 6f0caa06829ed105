package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongSetTest {

  @Test
  void holdsWhatWasAddedAndNothingElse() {
    // Given
    var random = new Random(11);
    var set = new LongSet();
    var model = new HashSet<Long>();
    // When
    for (int i = 0; i < 20_000; i++) {
      long number = i % 3 == 0 ? random.nextInt(5000) + 1 : random.nextLong();
      set.add(number);
      model.add(number);
    }
    // Then
    assertThat(set.size()).isEqualTo(model.size());
    assertThat(model).allMatch(set::contains);
    for (int i = 0; i < 20_000; i++) {
      long number = random.nextLong() | Long.MIN_VALUE >>> 1;
      assertThat(set.contains(number)).isEqualTo(model.contains(number));
    }
  }

  @Test
  void zeroIsHeldToo() {
    var set = new LongSet();
    assertThat(set.contains(0)).isFalse();
    set.add(0);
    assertThat(set.contains(0)).isTrue();
  }
}
