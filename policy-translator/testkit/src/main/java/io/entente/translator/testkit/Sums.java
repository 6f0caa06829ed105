package io.entente.translator.testkit;

import io.entente.policy.Cidr;
import io.entente.policy.HeaderTransform;
import io.entente.policy.IpAddress;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicyKind;
import io.entente.translator.NetEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What several policies of one kind come to, where a vendor writes them as one. */
final class Sums {

  private Sums() {}

  /** Whether policies of a kind may be written as one that says what all say. */
  static boolean joined(List<PolicyKind> kinds) {
    return kinds.size() > 1
        && kinds.stream()
            .allMatch(kind -> kind instanceof HeaderTransform || kind instanceof IpFilter);
  }

  /**
   * Comparable, and the same for policies that come to the same.
   *
   * @param all every policy that is compared, on either side: they say which addresses to try
   */
  static Object of(List<PolicyKind> kinds, List<PolicyKind> all) {
    return kinds.stream().allMatch(kind -> kind instanceof IpFilter)
        ? admitted(filters(kinds), filters(all))
        : Map.of(
            "request",
            NetEdit.of(transforms(kinds).stream().flatMap(t -> t.request().stream()).toList()),
            "response",
            NetEdit.of(transforms(kinds).stream().flatMap(t -> t.response().stream()).toList()));
  }

  private static List<IpFilter> filters(List<PolicyKind> kinds) {
    return kinds.stream().map(kind -> (IpFilter) kind).toList();
  }

  private static List<HeaderTransform> transforms(List<PolicyKind> kinds) {
    return kinds.stream().map(kind -> (HeaderTransform) kind).toList();
  }

  private static Map<String, Boolean> admitted(List<IpFilter> filters, List<IpFilter> all) {
    var admitted = new TreeMap<String, Boolean>();
    for (IpFilter each : all) {
      var ranges = new ArrayList<>(each.allow());
      ranges.addAll(each.deny());
      for (Cidr range : ranges) {
        IpAddress address = range.address();
        admitted.put(
            address.toString(), filters.stream().allMatch(filter -> admits(filter, address)));
      }
    }
    return admitted;
  }

  private static boolean admits(IpFilter filter, IpAddress address) {
    return filter.deny().stream().noneMatch(range -> range.contains(address))
        && (filter.allow().isEmpty()
            || filter.allow().stream().anyMatch(range -> range.contains(address)));
  }
}
