package io.entente.translator.apigee.reverse;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What reading comes to, as it comes together. Not thread-safe. */
final class Findings {

  private static final int MOST_REASONS = 20;
  private static final Comparator<FoundPolicy> BY_PLACE =
      Comparator.comparing(FoundPolicy::from).thenComparing(FoundPolicy::path);

  private final List<FoundPolicy> policies = new ArrayList<>();
  private final Set<ObjectKey> expressed = new HashSet<>();
  private final SortedMap<ObjectKey, List<String>> reasons = new TreeMap<>();

  void found(ObjectKey from, String path, Reach reach, Meaning meaning) {
    policies.add(
        new FoundPolicy(from, path, reach, meaning.kind(), new TreeMap<>(meaning.beyond())));
  }

  /**
   * @param why completes "policy x ..."
   */
  void reason(ObjectKey object, String policy, String why) {
    say(object, "Policy " + policy + " " + why + ".");
  }

  void say(ObjectKey object, String sentence) {
    reasons.computeIfAbsent(object, o -> new ArrayList<>()).add(sentence);
  }

  void expressed(Set<ObjectKey> objects) {
    expressed.addAll(objects);
  }

  Reading reading(SortedMap<ObjectKey, NativeObject> observed) {
    var remainder = new TreeMap<>(observed);
    remainder.keySet().removeAll(expressed);
    var said = new TreeMap<ObjectKey, String>();
    reasons.forEach(
        (object, why) -> {
          if (remainder.containsKey(object)) {
            said.put(object, text(why.stream().distinct().toList()));
          }
        });
    return new Reading(policies.stream().sorted(BY_PLACE).toList(), expressed, remainder, said);
  }

  private static String text(List<String> sentences) {
    int more = sentences.size() - MOST_REASONS;
    String first = String.join(" ", sentences.subList(0, Math.min(sentences.size(), MOST_REASONS)));
    return more > 0 ? first + " And " + more + " more." : first;
  }
}
