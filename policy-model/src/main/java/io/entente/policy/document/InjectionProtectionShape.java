package io.entente.policy.document;

import io.entente.policy.InjectionFamily;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.NamedPattern;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.SomeItem;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** The member {@code injectionProtection}. */
final class InjectionProtectionShape {

  private static final Field<String> NAME =
      Field.required(
          "name",
          TextShape.of(
              "lower case letters, digits and -, at most 64", NamedPattern.NAME_PATTERN, 64),
          "By which it is reported.");

  private static final Field<String> PATTERN =
      Field.required("pattern", new PlainPatternShape(), "Looked for anywhere in the text.");

  private static final Shape<NamedPattern> NAMED =
      ObjectShape.of(
          List.of(NAME, PATTERN),
          List.of(),
          read -> new NamedPattern(read.get(NAME), read.get(PATTERN)),
          (named, out) -> {
            out.put(NAME, named.name());
            out.put(PATTERN, named.pattern());
          });

  private static final Field<List<InjectionFamily>> FAMILIES =
      Field.withDefault(
          "families",
          ListShape.distinct(ChoiceShape.lowerCamel(InjectionFamily.class), 0),
          List.of(),
          "Patterns that come with Entente.");

  private static final Field<List<NamedPattern>> PATTERNS =
      Field.withDefault(
          "patterns",
          ListShape.distinctBy(NAMED, 0, "name", NamedPattern::name),
          List.of(),
          "Patterns of your own.");

  private static final Field<List<In>> IN =
      Field.withDefault(
          "in",
          ListShape.distinct(ChoiceShape.lowerCamel(In.class), 0),
          List.of(),
          "Places of the request that are looked at.");

  private static final Field<List<String>> HEADERS =
      Field.withDefault(
          "headers",
          ListShape.distinct(NameShapes.HEADER, 0),
          List.of(),
          "Headers whose values are looked at, in lower case.");

  static final Shape<InjectionProtection> SHAPE =
      ObjectShape.of(
          List.of(FAMILIES, PATTERNS, IN, HEADERS),
          List.of(
              new SomeItem("pattern", List.of(FAMILIES, PATTERNS)),
              new SomeItem("place", List.of(IN, HEADERS))),
          read ->
              new InjectionProtection(
                  read.get(FAMILIES), read.get(PATTERNS), read.get(IN), read.get(HEADERS)),
          (rule, out) -> {
            out.put(FAMILIES, rule.families());
            out.put(PATTERNS, rule.patterns());
            out.put(IN, rule.in());
            out.put(HEADERS, rule.headers());
          });

  private InjectionProtectionShape() {}
}
