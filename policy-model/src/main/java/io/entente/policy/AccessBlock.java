package io.entente.policy;

import java.util.regex.Pattern;

/**
 * Nobody gets through: every request is answered here, as in maintenance.
 *
 * @param status of the answer, 400 to 599
 * @param contentType of the body, for example {@code text/plain}; lower case
 * @param body of the answer, at most 1,024 characters, without control characters but line breaks
 *     and tabs
 */
public record AccessBlock(int status, String contentType, String body) implements PolicyKind {

  /** A media type without parameters, in the syntax RE2, ECMA and Java share. */
  public static final String CONTENT_TYPE_PATTERN = "[a-z0-9.+-]{1,64}/[a-z0-9.+-]{1,64}";

  /** Text of an answer, in the syntax RE2, ECMA and Java share. */
  public static final String BODY_PATTERN = "[^\\x00-\\x08\\x0b-\\x1f\\x7f]*";

  /** Code points of a body. */
  public static final int LONGEST_BODY = 1_024;

  private static final Pattern CONTENT_TYPE = Pattern.compile(CONTENT_TYPE_PATTERN);
  private static final Pattern BODY = Pattern.compile(BODY_PATTERN);

  public AccessBlock {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("status " + status + " is not in 400..599");
    }
    if (!CONTENT_TYPE.matcher(contentType).matches()) {
      throw new IllegalArgumentException(
          "contentType '" + contentType + "' is not type/subtype in lower case");
    }
    int length = body.codePointCount(0, body.length());
    if (length > LONGEST_BODY) {
      throw new IllegalArgumentException(
          "body has " + length + " characters, more than " + LONGEST_BODY);
    }
    if (!BODY.matcher(body).matches()) {
      throw new IllegalArgumentException(
          "body has a control character other than line break and tab");
    }
  }

  @Override
  public String kindName() {
    return "accessBlock";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }
}
