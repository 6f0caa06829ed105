package io.entente.policy;

import java.util.regex.Pattern;

/**
 * A pattern that is looked for anywhere in a text.
 *
 * @param name by which it is reported: lower case letters, digits and -; those that come with
 *     Entente have a dot
 * @param pattern one that all vendors read alike, see {@link PlainPattern}
 */
public record NamedPattern(String name, String pattern) {

  /** The names that people may give, in the syntax RE2, ECMA and Java share. */
  public static final String NAME_PATTERN = "[a-z0-9-]{1,64}";

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+\\.[0-9]+|" + NAME_PATTERN);

  public NamedPattern {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name '" + name + "' of a pattern is not " + NAME_PATTERN);
    }
    PlainPattern.require(pattern);
  }
}
