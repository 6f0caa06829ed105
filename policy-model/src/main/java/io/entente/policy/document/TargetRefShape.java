package io.entente.policy.document;

import io.entente.model.identity.Labels;
import io.entente.policy.TargetRef;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.LabelsShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One of {@code targetRefs}. */
final class TargetRefShape {

  static final Field<TargetRef.Kind> KIND =
      Field.required(
          "kind",
          ChoiceShape.upperCamel(TargetRef.Kind.class),
          "What is meant; the order from Tenant to Route is the precedence, nearest last.");

  static final Field<String> NAME =
      Field.optional("name", LabelsShape.VALUE, "Exactly this one; a route is named api/route.");

  static final Field<Labels> SELECTOR =
      Field.withDefault(
          "selector",
          new LabelsShape(),
          Labels.none(),
          "Labels the target must have; none matches all of the kind.");

  static final Field<SortedSet<String>> CONSUMERS =
      Field.optional(
          "consumers",
          new ConsumersShape(),
          "For calls of these only, each by the name the gateway knows it by, 1 to "
              + TargetRef.MOST_CONSUMERS
              + "; everybody when not written. Nearer than any target for everybody.");

  static final Shape<TargetRef> SHAPE =
      ObjectShape.of(
          List.of(KIND, NAME, SELECTOR, CONSUMERS),
          List.of(new TargetNameRule(), new TargetSelectorRule()),
          read ->
              new TargetRef(
                  read.get(KIND),
                  read.find(NAME),
                  read.get(SELECTOR),
                  read.find(CONSUMERS).orElseGet(TreeSet::new)),
          (target, out) -> {
            out.put(KIND, target.kind());
            // name and selector exclude each other, so only the one that is meant is written
            target
                .name()
                .ifPresentOrElse(
                    name -> out.put(NAME, name), () -> out.put(SELECTOR, target.selector()));
            if (target.narrowed()) {
              out.put(CONSUMERS, target.consumers());
            }
          });

  private TargetRefShape() {}
}
