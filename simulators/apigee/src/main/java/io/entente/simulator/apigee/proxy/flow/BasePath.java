package io.entente.simulator.apigee.proxy.flow;

import java.util.List;
import java.util.Optional;

/** A base path, where an asterisk stands for one element. */
record BasePath(String text) implements Comparable<BasePath> {

  /** What a path has after it; empty when the path is not below. */
  Optional<String> suffix(String path) {
    if (text.equals("/")) {
      return Optional.of(path.equals("/") ? "" : path);
    }
    List<String> own = List.of(text.split("/", -1));
    String[] given = path.split("/", -1);
    if (given.length < own.size()) {
      return Optional.empty();
    }
    int length = 0;
    for (int i = 1; i < own.size(); i++) {
      boolean any = own.get(i).equals("*") && !given[i].isEmpty();
      if (!any && !own.get(i).equals(given[i])) {
        return Optional.empty();
      }
      length += 1 + given[i].length();
    }
    return Optional.of(path.substring(length));
  }

  /** More elements first, then those with fewer asterisks. */
  @Override
  public int compareTo(BasePath other) {
    int byLength = Integer.compare(elements(other.text), elements(text));
    return byLength != 0 ? byLength : Long.compare(asterisks(text), asterisks(other.text));
  }

  private static int elements(String path) {
    return path.equals("/") ? 0 : path.split("/", -1).length;
  }

  private static long asterisks(String path) {
    return path.chars().filter(c -> c == '*').count();
  }
}
