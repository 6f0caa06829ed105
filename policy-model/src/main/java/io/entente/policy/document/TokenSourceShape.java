package io.entente.policy.document;

import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;

/** Where a token is. */
final class TokenSourceShape {

  /** Where tokens usually are. */
  static final TokenSource USUAL = new TokenSource("authorization", Scheme.BEARER);

  private static final Field<String> HEADER =
      Field.withDefault(
          "header", NameShapes.EDITABLE_HEADER, USUAL.header(), "The header, in lower case.");

  private static final Field<Scheme> SCHEME =
      Field.withDefault(
          "scheme",
          ChoiceShape.lowerCamel(Scheme.class),
          USUAL.scheme(),
          "What stands before the token: Bearer, or nothing.");

  static final Shape<TokenSource> SHAPE =
      ObjectShape.of(
          List.of(HEADER, SCHEME),
          List.of(),
          read -> new TokenSource(read.get(HEADER), read.get(SCHEME)),
          (source, out) -> {
            out.put(HEADER, source.header());
            out.put(SCHEME, source.scheme());
          });

  private TokenSourceShape() {}
}
