package io.entente.translator.apigee;

import io.entente.model.estate.Route;
import java.util.Arrays;
import java.util.List;

/** The longest path, by whole segments, below which all routes of an API lie. */
final class BasePath {

  private BasePath() {}

  /** Without a slash at its end; empty for every path. Never a segment with {@code *}. */
  static String common(List<Route> routes) {
    List<String> common = segments(routes.get(0));
    for (Route route : routes) {
      List<String> other = segments(route);
      int same = 0;
      while (same < Math.min(common.size(), other.size())
          && common.get(same).equals(other.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    int plain = 0;
    while (plain < common.size() && !common.get(plain).contains("*")) {
      plain++;
    }
    return plain == 0 ? "" : "/" + String.join("/", common.subList(0, plain));
  }

  private static List<String> segments(Route route) {
    String path = route.match().path().substring(1);
    List<String> all = Arrays.asList(path.split("/", -1));
    int end = all.indexOf("");
    return end < 0 ? all : all.subList(0, end);
  }
}
