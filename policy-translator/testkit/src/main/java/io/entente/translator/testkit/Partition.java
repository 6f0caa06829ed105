package io.entente.translator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reading;
import java.util.SortedMap;
import java.util.TreeSet;

/** Each object that was read is either said by policies or left as it was. */
final class Partition {

  private Partition() {}

  static void holds(String what, SortedMap<ObjectKey, NativeObject> observed, Reading reading) {
    var all = new TreeSet<>(reading.expressed());
    all.addAll(reading.remainder().keySet());
    assertThat(all).as(what).isEqualTo(observed.keySet());
    assertThat(reading.expressed().size() + reading.remainder().size())
        .as(what)
        .isEqualTo(observed.size());
    reading
        .remainder()
        .forEach((key, object) -> assertThat(object).as(what).isEqualTo(observed.get(key)));
    assertThat(observed.keySet()).as(what).containsAll(reading.reasons().keySet());
    for (FoundPolicy found : reading.policies()) {
      assertThat(observed).as(what).containsKey(found.from());
      if (!found.unexpressed().isEmpty()) {
        assertThat(reading.remainder()).as("%s: %s", what, found).containsKey(found.from());
      }
    }
  }
}
