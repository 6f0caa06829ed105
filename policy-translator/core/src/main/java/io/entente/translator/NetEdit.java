package io.entente.translator;

import io.entente.policy.HeaderTransform.Edit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sequence of edits comes to for one header.
 *
 * <p>A gateway may run its verbs in an order of its own, so that edits cannot go out one by one;
 * what they come to can, always.
 *
 * @param keeps whether values that are there stay
 * @param present values after the kept ones, or instead of them
 * @param absent values where the header was absent
 */
public record NetEdit(boolean keeps, List<String> present, List<String> absent) {

  private static final NetEdit NOTHING = new NetEdit(true, List.of(), List.of());

  public NetEdit {
    present = List.copyOf(present);
    absent = List.copyOf(absent);
  }

  /** The net edit of each header, by its name. */
  public static SortedMap<String, NetEdit> of(List<Edit> edits) {
    var net = new TreeMap<String, NetEdit>();
    for (Edit edit : edits) {
      net.put(edit.name(), net.getOrDefault(edit.name(), NOTHING).then(edit));
    }
    return Collections.unmodifiableSortedMap(net);
  }

  private NetEdit then(Edit edit) {
    if (edit instanceof Edit.Set set) {
      return new NetEdit(false, List.of(set.value()), List.of(set.value()));
    }
    if (edit instanceof Edit.Append append) {
      return new NetEdit(keeps, plus(present, append.value()), plus(absent, append.value()));
    }
    if (edit instanceof Edit.AddIfAbsent add) {
      List<String> alone = List.of(add.value());
      return new NetEdit(
          keeps, !keeps && present.isEmpty() ? alone : present, absent.isEmpty() ? alone : absent);
    }
    return new NetEdit(false, List.of(), List.of());
  }

  private static List<String> plus(List<String> values, String value) {
    var longer = new ArrayList<>(values);
    longer.add(value);
    return longer;
  }
}
