package io.entente.model.estate;

import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One match rule of an API.
 *
 * @param name unique within the API
 * @param match the path
 * @param methods upper case; empty means every method
 * @param labels for selectors
 */
public record Route(RouteName name, PathMatch match, SortedSet<String> methods, Labels labels) {

  private static final Pattern METHOD = Pattern.compile("[A-Z]{3,16}");

  public Route {
    for (String method : methods) {
      if (!METHOD.matcher(method).matches()) {
        throw new IllegalArgumentException(
            "route " + name + ": method '" + method + "' is not upper-case letters");
      }
    }
    methods = Collections.unmodifiableSortedSet(new TreeSet<>(methods));
  }
}
