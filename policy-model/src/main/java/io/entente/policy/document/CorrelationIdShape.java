package io.entente.policy.document;

import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.shape.BooleanShape;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;

/** The member {@code correlationId}. */
final class CorrelationIdShape {

  private static final Field<String> HEADER =
      Field.withDefault(
          "header", NameShapes.EDITABLE_HEADER, "x-request-id", "The header that holds the id.");

  private static final Field<OnInbound> ON_INBOUND =
      Field.withDefault(
          "onInbound",
          ChoiceShape.lowerCamel(OnInbound.class),
          OnInbound.KEEP,
          "What happens to an id that the client sends.");

  private static final Field<Boolean> ECHO =
      Field.withDefault("echo", new BooleanShape(), true, "Whether the answer carries the id too.");

  static final Shape<CorrelationId> SHAPE =
      ObjectShape.of(
          List.of(HEADER, ON_INBOUND, ECHO),
          List.of(),
          read -> new CorrelationId(read.get(HEADER), read.get(ON_INBOUND), read.get(ECHO)),
          (rule, out) -> {
            out.put(HEADER, rule.header());
            out.put(ON_INBOUND, rule.onInbound());
            out.put(ECHO, rule.echo());
          });

  private CorrelationIdShape() {}
}
