package io.entente.translator.apigee.emit;

import io.entente.policy.OtherBodies;

/**
 * Which requests carry a body that a policy of Apigee can read: the policies pass over bodies of
 * other types than their own without a word, so that these are refused before.
 *
 * @param type of the body, a regular expression without braces and backslashes
 * @param like whatever may be taken for that type somewhere behind
 */
record BodyConditions(String type, String like) {

  static final BodyConditions JSON =
      new BodyConditions(exactly("application/json"), "^.*[jJ][sS][oO][nN].*$");
  static final BodyConditions XML =
      new BodyConditions(exactly("application/xml"), "^.*[xX][mM][lL].*$");

  /** What only a guard that lets other types pass says. */
  static final String SEVERAL_TYPES = "\"^.*,.*$\"";

  private static final String LENGTH = "request.header.content-length";
  private static final String CHUNKED = "(request.header.transfer-encoding != null)";
  private static final String TYPE = "request.header.content-type.values.string";

  private static final String BODY =
      "(((%1$s != null) and (!(%1$s JavaRegex \"^0+$\"))) or %2$s)".formatted(LENGTH, CHUNKED);

  private static String exactly(String type) {
    return "^" + type + "( *; *charset=[uU][tT][fF]-8)?$";
  }

  /** The body is one that the policy reads. */
  String read() {
    return "%s and %s".formatted(BODY, said(type));
  }

  /** The body cannot be judged, by its length or by its type. */
  String refused(long maxBytes, OtherBodies others) {
    String beyond =
        "(%s or (!(%s JavaRegex \"%s\")) or (!%s))"
            .formatted(CHUNKED, LENGTH, LengthPattern.atMost(maxBytes), said(type));
    return others == OtherBodies.DENY
        ? "%s and %s".formatted(BODY, beyond)
        : "%s and ((%s JavaRegex %s) or (%s and %s))"
            .formatted(BODY, TYPE, SEVERAL_TYPES, said(like), beyond);
  }

  /** There is a body, and it does not say to be of the type. */
  String other() {
    return "%s and (!%s)".formatted(BODY, said(type));
  }

  private static String said(String pattern) {
    return "(%s JavaRegex \"%s\")".formatted(TYPE, pattern);
  }
}
