package io.entente.policy.document;

import static io.entente.policy.document.BodyFields.MAX_BODY_BYTES;
import static io.entente.policy.document.BodyFields.most;

import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;

/** The member {@code jsonThreat}. */
final class JsonThreatShape {

  private static final Field<Integer> MAX_DEPTH =
      most(
          "maxDepth",
          JsonThreat.DEEPEST,
          20,
          "How many containers may stand within each other, the outermost counted.");

  private static final Field<Integer> MAX_ARRAY_ELEMENTS =
      most(
          "maxArrayElements",
          JsonThreat.MOST_MEMBERS,
          1_000,
          "How many elements one array may have.");

  private static final Field<Integer> MAX_OBJECT_ENTRIES =
      most(
          "maxObjectEntries",
          JsonThreat.MOST_MEMBERS,
          500,
          "How many entries one object may have.");

  private static final Field<Integer> MAX_NAME_LENGTH =
      most("maxNameLength", JsonThreat.LONGEST_NAME, 256, "How many characters a name may have.");

  private static final Field<Integer> MAX_STRING_LENGTH =
      most(
          "maxStringLength",
          JsonThreat.LARGEST_BODY,
          65_536,
          "How many characters a text may have.");

  private static final Field<OtherBodies> OTHER_BODIES = BodyFields.others("JSON");

  static final Shape<JsonThreat> SHAPE =
      ObjectShape.of(
          List.of(
              MAX_DEPTH,
              MAX_ARRAY_ELEMENTS,
              MAX_OBJECT_ENTRIES,
              MAX_NAME_LENGTH,
              MAX_STRING_LENGTH,
              MAX_BODY_BYTES,
              OTHER_BODIES),
          List.of(),
          read ->
              new JsonThreat(
                  read.get(MAX_DEPTH),
                  read.get(MAX_ARRAY_ELEMENTS),
                  read.get(MAX_OBJECT_ENTRIES),
                  read.get(MAX_NAME_LENGTH),
                  read.get(MAX_STRING_LENGTH),
                  read.get(MAX_BODY_BYTES),
                  read.get(OTHER_BODIES)),
          (rule, out) -> {
            out.put(MAX_DEPTH, rule.maxDepth());
            out.put(MAX_ARRAY_ELEMENTS, rule.maxArrayElements());
            out.put(MAX_OBJECT_ENTRIES, rule.maxObjectEntries());
            out.put(MAX_NAME_LENGTH, rule.maxNameLength());
            out.put(MAX_STRING_LENGTH, rule.maxStringLength());
            out.put(MAX_BODY_BYTES, rule.maxBodyBytes());
            out.put(OTHER_BODIES, rule.otherBodies());
          });

  private JsonThreatShape() {}
}
