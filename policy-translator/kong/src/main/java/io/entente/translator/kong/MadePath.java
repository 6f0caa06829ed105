package io.entente.translator.kong;

import io.entente.model.estate.PathMatch;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path match as paths of a Kong route. Kong's own prefixes are textual ({@code /api} takes {@code
 * /apiary}) and its regular expressions are anchored at the start only.
 *
 * <p>A prefix by segments becomes the path itself as an expression and all below it as a textual
 * prefix. So the longest prefix still wins, and a longer prefix of others wins over ours.
 *
 * @param paths of the Kong route
 * @param priority among expressions; an exact match comes before a prefix of the same path
 */
record MadePath(List<String> paths, int priority) {

  private static final Pattern SPECIAL = Pattern.compile("[.^$*+?()\\[\\]{}|\\\\]");
  private static final Pattern NORMALISED = Pattern.compile("(?!.*//)(?!.*/\\.{1,2}(?:/|$))[^%]*");

  MadePath {
    paths = List.copyOf(paths);
  }

  static MadePath of(PathMatch match) {
    String path = match.path();
    if (match instanceof PathMatch.Exact) {
      return new MadePath(List.of(whole(path)), 1);
    }
    return path.endsWith("/")
        ? new MadePath(List.of(path), 0)
        : new MadePath(List.of(whole(path), path + "/"), 0);
  }

  /** Kong compares with the normalised path of a request, so that others are never matched. */
  static boolean normalised(PathMatch match) {
    return NORMALISED.matcher(match.path()).matches();
  }

  private static String whole(String path) {
    return "~" + SPECIAL.matcher(path).replaceAll("\\\\$0") + "$";
  }
}
