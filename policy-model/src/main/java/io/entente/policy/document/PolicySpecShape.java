package io.entente.policy.document;

import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.PolicySpec.Require;
import io.entente.policy.TargetRef;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.ExactlyOne;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.Values;
import io.entente.policy.shape.WholeNumberShape;
import java.util.ArrayList;
import java.util.List;

/** The {@code spec} of a Policy document. */
final class PolicySpecShape {

  static final Field<List<TargetRef>> TARGETS =
      Field.required(
          "targetRefs", ListShape.of(TargetRefShape.SHAPE, 1), "What the policy applies to.");

  private static final Field<Merge> MERGE =
      Field.withDefault(
          "merge",
          ChoiceShape.upperCamel(Merge.class),
          Merge.DEFAULT,
          "Whether a nearer policy may replace this one (Default) or not (Override).");

  private static final Field<Integer> PRIORITY =
      Field.withDefault(
          "priority",
          WholeNumberShape.ints(-1_000_000, 1_000_000),
          0,
          "The higher wins between two policies of the same level.");

  private static final Field<Mode> MODE =
      Field.withDefault(
          "mode",
          ChoiceShape.lowerCamel(Mode.class),
          Mode.ENFORCE,
          "Whether the policy acts or only reports.");

  private static final Field<Require> REQUIRE =
      Field.withDefault(
          "require",
          ChoiceShape.lowerCamel(Require.class),
          Require.APPROXIMATE,
          "The least faithful translation that is accepted; exact refuses an approximate one.");

  private static final Field<OnError> ON_ERROR =
      Field.withDefault(
          "onError",
          ChoiceShape.lowerCamel(OnError.class),
          OnError.DENY,
          "What happens to a request when the enforcement point itself fails.");

  static final Shape<PolicySpec> SHAPE =
      ObjectShape.of(
          fields(),
          List.of(
              new ExactlyOne("kind of policy", "UNKNOWN_KIND", KindShapes.names()),
              new CallerKindRule()),
          PolicySpecShape::read,
          PolicySpecShape::write);

  private PolicySpecShape() {}

  private static List<Field<?>> fields() {
    var fields =
        new ArrayList<Field<?>>(List.of(TARGETS, MERGE, PRIORITY, MODE, REQUIRE, ON_ERROR));
    KindShapes.ALL.forEach(kind -> fields.add(kind.field()));
    return fields;
  }

  private static PolicySpec read(Values read) {
    return new PolicySpec(
        read.get(TARGETS),
        read.get(MERGE),
        read.get(PRIORITY),
        read.get(MODE),
        read.get(REQUIRE),
        read.get(ON_ERROR),
        KindShapes.read(read));
  }

  private static void write(PolicySpec spec, ObjectShape.Written out) {
    out.put(TARGETS, spec.targets());
    out.put(MERGE, spec.merge());
    out.put(PRIORITY, spec.priority());
    out.put(MODE, spec.mode());
    out.put(REQUIRE, spec.require());
    out.put(ON_ERROR, spec.onError());
    KindShapes.write(spec.kind(), out);
  }
}
