package io.entente.policy.document;

import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.WholeNumberShape;

/** Fields that the kinds about bodies share. */
final class BodyFields {

  static final Field<Long> MAX_BODY_BYTES =
      Field.withDefault(
          "maxBodyBytes",
          new WholeNumberShape(1, JsonThreat.LARGEST_BODY),
          1_048_576L,
          "How many bytes a body may have.");

  private BodyFields() {}

  static Field<Integer> most(String name, int largest, int usual, String doc) {
    return Field.withDefault(name, WholeNumberShape.ints(1, largest), usual, doc);
  }

  static Field<OtherBodies> others(String type) {
    return Field.withDefault(
        "otherBodies",
        ChoiceShape.lowerCamel(OtherBodies.class),
        OtherBodies.DENY,
        "What becomes of bodies that do not say they are " + type + ".");
  }
}
