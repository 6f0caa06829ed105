package io.entente.policy.document;

import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.policy.shape.BooleanShape;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import io.entente.policy.shape.WholeNumberShape;
import java.time.Duration;
import java.util.List;

/** The member {@code responseCache}. */
final class ResponseCacheShape {

  private static final Field<Duration> TTL =
      Field.required(
          "ttl",
          DurationShape.upTo(ResponseCache.LONGEST, DurationShape.Unit.SECONDS),
          "How long an answer is given again, from 1s to 30d.");

  private static final Field<List<String>> METHODS =
      Field.withDefault(
          "methods",
          ListShape.distinct(ChoiceShape.words("INVALID_VALUE", List.of("GET", "HEAD")), 1),
          List.of("GET"),
          "Methods of requests that are answered from what was kept.");

  private static final Field<List<Integer>> STATUSES =
      Field.withDefault(
          "statuses",
          ListShape.distinct(new StatusShape(), 1),
          List.of(200),
          "Statuses of answers that are kept.");

  private static final Field<List<String>> CONTENT_TYPES =
      Field.withDefault(
          "contentTypes",
          ListShape.distinct(
              TextShape.of(
                  "a media type in lower case without parameters, for example application/json",
                  ResponseCache.CONTENT_TYPE_PATTERN,
                  129),
              0),
          List.of(),
          "Types of answers that are kept, whatever their parameters; none means every type.");

  private static final Field<List<String>> VARY_HEADERS =
      Field.withDefault(
          "varyHeaders",
          ListShape.distinct(NameShapes.EDITABLE_HEADER, 0),
          List.of(),
          "Request headers that make it another request.");

  static final Field<List<String>> VARY_QUERY =
      Field.withDefault(
          "varyQuery",
          ListShape.distinct(
              TextShape.of(
                  "the name of a parameter of the query, or * alone for every one",
                  "\\*|" + ResponseCache.PARAMETER_PATTERN,
                  128),
              1),
          List.of(ResponseCache.ANY_PARAMETER),
          "Parameters of the query that make it another request; * alone means every one.");

  private static final Field<Boolean> PER_CALLER =
      Field.withDefault(
          "perCaller",
          new BooleanShape(),
          true,
          "Whether an answer is given again only to the caller it was for.");

  private static final Field<Boolean> RESPECT_ORIGIN =
      Field.withDefault(
          "respectOrigin",
          new BooleanShape(),
          true,
          "Whether what the answer says in Cache-Control is heeded.");

  private static final Field<SetCookie> SET_COOKIE =
      Field.withDefault(
          "setCookie",
          ChoiceShape.lowerCamel(SetCookie.class),
          SetCookie.BYPASS,
          "What becomes of an answer that sets a cookie: given and not kept, or the cookie is taken"
              + " off every answer of the route.");

  private static final Field<Long> MAX_ENTRY_BYTES =
      Field.optional(
          "maxEntryBytes",
          new WholeNumberShape(1, ResponseCache.LARGEST_ENTRY),
          "Longest body that is kept; none means any.");

  static final Shape<ResponseCache> SHAPE =
      ObjectShape.of(
          List.of(
              TTL,
              METHODS,
              STATUSES,
              CONTENT_TYPES,
              VARY_HEADERS,
              VARY_QUERY,
              PER_CALLER,
              RESPECT_ORIGIN,
              SET_COOKIE,
              MAX_ENTRY_BYTES),
          List.of(new AnyParameterRule("varyQuery", VARY_QUERY)),
          read ->
              new ResponseCache(
                  read.get(TTL),
                  read.get(METHODS),
                  read.get(STATUSES),
                  read.get(CONTENT_TYPES),
                  read.get(VARY_HEADERS),
                  read.get(VARY_QUERY),
                  read.get(PER_CALLER),
                  read.get(RESPECT_ORIGIN),
                  read.get(SET_COOKIE),
                  read.find(MAX_ENTRY_BYTES)),
          ResponseCacheShape::write);

  private ResponseCacheShape() {}

  private static void write(ResponseCache rule, ObjectShape.Written out) {
    out.put(TTL, rule.ttl());
    out.put(METHODS, rule.methods());
    out.put(STATUSES, rule.statuses());
    out.put(CONTENT_TYPES, rule.contentTypes());
    out.put(VARY_HEADERS, rule.varyHeaders());
    out.put(VARY_QUERY, rule.varyQuery());
    out.put(PER_CALLER, rule.perCaller());
    out.put(RESPECT_ORIGIN, rule.respectOrigin());
    out.put(SET_COOKIE, rule.setCookie());
    rule.maxEntryBytes().ifPresent(most -> out.put(MAX_ENTRY_BYTES, most));
  }
}
