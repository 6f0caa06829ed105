package io.entente.translator.kong.emit;

import io.entente.policy.ConsumerAccess;
import io.entente.policy.Policy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The one list of groups that an instance of acl has, as far as it can hold what several policies
 * say: of those that allow, the list that is in all the others; where none allows, all that are
 * denied.
 *
 * @param allows whether who is in none of them is refused, instead of who is in one
 */
record GroupList(boolean allows, List<String> names) {

  GroupList {
    names = List.copyOf(names);
  }

  /** Where no list is in all the others, the first holds and the others do not. */
  static GroupList of(List<Policy> policies) {
    List<List<String>> allowed =
        policies.stream()
            .map(policy -> rule(policy).allow().groups())
            .filter(groups -> !groups.isEmpty())
            .toList();
    if (!allowed.isEmpty()) {
      return new GroupList(
          true,
          allowed.stream()
              .filter(each -> allowed.stream().allMatch(other -> other.containsAll(each)))
              .findFirst()
              .orElse(allowed.get(0)));
    }
    Set<String> denied = new LinkedHashSet<>();
    policies.forEach(policy -> denied.addAll(rule(policy).deny().groups()));
    return new GroupList(false, List.copyOf(denied));
  }

  /** Whether anything of a policy goes out. */
  boolean holds(Policy policy) {
    return holdsAllowOf(policy) || holdsDeny() && !rule(policy).deny().groups().isEmpty();
  }

  /** Whether whom it refuses for being in none of a policy's groups is refused. */
  boolean holdsAllowOf(Policy policy) {
    return allows && rule(policy).allow().groups().containsAll(names);
  }

  /** Whether who is in a denied group is refused. */
  boolean holdsDeny() {
    return !allows;
  }

  private static ConsumerAccess rule(Policy policy) {
    return (ConsumerAccess) policy.spec().kind();
  }
}
