package io.entente.policy.document;

import io.entente.policy.LogMasking;
import io.entente.policy.ResponseCache;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.SomeItem;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** The member {@code logMasking}. */
final class LogMaskingShape {

  private static final Field<List<String>> HEADERS =
      Field.withDefault(
          "headers",
          ListShape.distinct(NameShapes.EDITABLE_HEADER, 0),
          List.of(),
          "Headers of request and answer whose values are not logged.");

  static final Field<List<String>> QUERY =
      Field.withDefault(
          "query",
          ListShape.distinct(
              TextShape.of(
                  "the name of a parameter of the query, or * alone for the whole query",
                  "\\*|" + ResponseCache.PARAMETER_PATTERN,
                  128),
              0),
          List.of(),
          "Parameters of the query whose values are not logged; * alone means the whole query.");

  static final Shape<LogMasking> SHAPE =
      ObjectShape.of(
          List.of(HEADERS, QUERY),
          List.of(
              new SomeItem("value", List.of(HEADERS, QUERY)), new AnyParameterRule("query", QUERY)),
          read -> new LogMasking(read.get(HEADERS), read.get(QUERY)),
          (rule, out) -> {
            out.put(HEADERS, rule.headers());
            out.put(QUERY, rule.query());
          });

  private LogMaskingShape() {}
}
