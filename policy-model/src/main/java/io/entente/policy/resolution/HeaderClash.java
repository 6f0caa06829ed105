package io.entente.policy.resolution;

import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.PolicyKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether two sets of header edits contradict each other: then their order would matter. */
final class HeaderClash {

  private HeaderClash() {}

  /** The first header both edit differently, other than by appending only. */
  static Optional<String> between(PolicyKind one, PolicyKind other) {
    if (!(one instanceof HeaderTransform first) || !(other instanceof HeaderTransform second)) {
      throw new IllegalArgumentException(
          "not two header transforms: " + one.kindName() + ", " + other.kindName());
    }
    return between("request", first.request(), second.request())
        .or(() -> between("response", first.response(), second.response()));
  }

  private static Optional<String> between(String side, List<Edit> first, List<Edit> second) {
    Map<String, List<Edit>> others = byHeader(second);
    return byHeader(first).entrySet().stream()
        .filter(entry -> clash(entry.getValue(), others.getOrDefault(entry.getKey(), List.of())))
        .map(entry -> side + " header '" + entry.getKey() + "'")
        .findFirst();
  }

  private static boolean clash(List<Edit> first, List<Edit> second) {
    return !second.isEmpty() && !first.equals(second) && !(appends(first) && appends(second));
  }

  private static boolean appends(List<Edit> edits) {
    return edits.stream().allMatch(edit -> edit instanceof Edit.Append);
  }

  private static Map<String, List<Edit>> byHeader(List<Edit> edits) {
    return edits.stream()
        .collect(Collectors.groupingBy(Edit::name, TreeMap::new, Collectors.toList()));
  }
}
