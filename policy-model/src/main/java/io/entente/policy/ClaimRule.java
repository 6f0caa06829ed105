package io.entente.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A claim of a token that must be one of some texts, or a list that has one of them.
 *
 * @param name of the claim, at the top of the token; none that {@link Jwt} has a field for
 * @param values any of which will do; at least one
 */
public record ClaimRule(String name, List<String> values) {

  /** A value, in the syntax RE2, ECMA and Java share. */
  public static final String VALUE_PATTERN = "[ -~]{1,512}";

  /** Claims that have fields of their own. */
  public static final Set<String> OTHERS = Set.of("iss", "aud", "exp", "nbf");

  private static final Pattern VALUE = Pattern.compile(VALUE_PATTERN);

  public ClaimRule {
    Jwt.requireName("claim", name);
    if (OTHERS.contains(name)) {
      throw new IllegalArgumentException("claim '" + name + "' has fields of its own");
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values of claim '" + name + "' is empty");
    }
    for (String value : values) {
      if (!VALUE.matcher(value).matches()) {
        throw new IllegalArgumentException(
            "value '" + value + "' is not ASCII of at most 512 characters");
      }
    }
    Jwt.distinct("values", values, Function.identity());
    values = List.copyOf(values);
  }
}
