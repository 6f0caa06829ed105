package io.entente.policy.document;

import static io.entente.policy.document.BodyFields.MAX_BODY_BYTES;
import static io.entente.policy.document.BodyFields.most;

import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.XmlThreat;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;

/** The member {@code xmlThreat}. */
final class XmlThreatShape {

  private static final Field<Integer> MAX_DEPTH =
      most(
          "maxDepth",
          XmlThreat.DEEPEST,
          20,
          "How many elements may stand within each other, the outermost counted.");

  private static final Field<Integer> MAX_CHILDREN =
      most(
          "maxChildren",
          XmlThreat.MOST_CHILDREN,
          500,
          "How many child elements one element may have.");

  private static final Field<Integer> MAX_ATTRIBUTES =
      most(
          "maxAttributes",
          XmlThreat.MOST_ATTRIBUTES,
          20,
          "How many attributes one element may have, and how many declarations of namespaces.");

  private static final Field<Integer> MAX_NAME_LENGTH =
      most(
          "maxNameLength",
          XmlThreat.LONGEST_NAME,
          128,
          "How many characters a name, a prefix or the target of an instruction may have.");

  private static final Field<Integer> MAX_TEXT_LENGTH =
      most(
          "maxTextLength",
          JsonThreat.LARGEST_BODY,
          65_536,
          "How many characters may stand between two tags, in a comment or in an instruction.");

  private static final Field<Integer> MAX_ATTRIBUTE_LENGTH =
      most(
          "maxAttributeLength",
          JsonThreat.LARGEST_BODY,
          4_096,
          "How many characters the value of an attribute or the name of a namespace may have.");

  private static final Field<OtherBodies> OTHER_BODIES = BodyFields.others("XML");

  static final Shape<XmlThreat> SHAPE =
      ObjectShape.of(
          List.of(
              MAX_DEPTH,
              MAX_CHILDREN,
              MAX_ATTRIBUTES,
              MAX_NAME_LENGTH,
              MAX_TEXT_LENGTH,
              MAX_ATTRIBUTE_LENGTH,
              MAX_BODY_BYTES,
              OTHER_BODIES),
          List.of(),
          read ->
              new XmlThreat(
                  read.get(MAX_DEPTH),
                  read.get(MAX_CHILDREN),
                  read.get(MAX_ATTRIBUTES),
                  read.get(MAX_NAME_LENGTH),
                  read.get(MAX_TEXT_LENGTH),
                  read.get(MAX_ATTRIBUTE_LENGTH),
                  read.get(MAX_BODY_BYTES),
                  read.get(OTHER_BODIES)),
          (rule, out) -> {
            out.put(MAX_DEPTH, rule.maxDepth());
            out.put(MAX_CHILDREN, rule.maxChildren());
            out.put(MAX_ATTRIBUTES, rule.maxAttributes());
            out.put(MAX_NAME_LENGTH, rule.maxNameLength());
            out.put(MAX_TEXT_LENGTH, rule.maxTextLength());
            out.put(MAX_ATTRIBUTE_LENGTH, rule.maxAttributeLength());
            out.put(MAX_BODY_BYTES, rule.maxBodyBytes());
            out.put(OTHER_BODIES, rule.otherBodies());
          });

  private XmlThreatShape() {}
}
