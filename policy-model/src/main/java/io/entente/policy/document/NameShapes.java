package io.entente.policy.document;

import io.entente.policy.shape.TextShape;
import java.util.List;

/** Names as documents write them. */
final class NameShapes {

  private static final String NAME_PATTERN = "[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?";

  /** A gateway, API, route, policy or tenant. */
  static final TextShape NAME =
      TextShape.of(
          "a name: a-z, 0-9, '-' and '.', starting and ending with a letter or digit",
          NAME_PATTERN,
          253);

  /** A route of an API: {@code api/route}. */
  static final TextShape ROUTE =
      TextShape.of(
          "the name of a route after that of its API: api/route",
          NAME_PATTERN + "/" + NAME_PATTERN,
          507);

  /** A header. */
  static final TextShape HEADER =
      TextShape.of(
          "a header name in lower case of at most 128 characters",
          "[a-z0-9!#$%&'*+.^_`|~-]{1,128}",
          128);

  /** A header that may be edited. */
  static final TextShape EDITABLE_HEADER =
      HEADER.except(
          List.of("host", "content-length", "transfer-encoding", "connection"),
          "a header name in lower case that does not frame the message (host, content-length,"
              + " transfer-encoding and connection do)");

  /** A method of HTTP. */
  static final TextShape METHOD =
      TextShape.of("a method in upper case, for example GET", "[A-Z]{3,16}", 16);

  private NameShapes() {}
}
