package io.entente.translator.kong;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A route of the gateway, ours or not.
 *
 * @param id Kong's id
 * @param name Kong's name of it
 * @param hosts it answers to; empty means every host
 * @param paths as Kong writes them
 * @param methods it takes; empty means every method
 * @param service id of the service it leads to
 * @param ours whether its tag says that we made it
 */
record NativeRoute(
    String id,
    Optional<String> name,
    SortedSet<String> hosts,
    SortedSet<String> paths,
    SortedSet<String> methods,
    Optional<String> service,
    boolean ours) {

  NativeRoute {
    hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    paths = Collections.unmodifiableSortedSet(new TreeSet<>(paths));
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
  }

  /** As a person would call it. */
  String called() {
    return name.orElse(id);
  }

  /** True when some request finds both and neither is preferred for a reason. */
  boolean ties(NativeRoute other) {
    return meets(hosts, other.hosts)
        && meets(methods, other.methods)
        && !Collections.disjoint(bare(paths), bare(other.paths));
  }

  private static boolean meets(SortedSet<String> one, SortedSet<String> other) {
    return one.isEmpty() == other.isEmpty() && (one.isEmpty() || !Collections.disjoint(one, other));
  }

  /** Below {@code /a} and {@code /a/} is the same. */
  private static Set<String> bare(SortedSet<String> paths) {
    return paths.stream()
        .map(
            path ->
                path.length() > 1 && path.endsWith("/")
                    ? path.substring(0, path.length() - 1)
                    : path)
        .collect(Collectors.toSet());
  }
}
