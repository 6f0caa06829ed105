package io.entente.policy;

/**
 * XML bodies of requests of a bounded shape and without a document type; others are answered 400.
 * Several policies all hold, so that of each number the smallest does. Lengths are in characters
 * (code points).
 *
 * @param maxDepth elements within elements, the outermost counted; 1 to 200
 * @param maxChildren child elements of one element; 1 to 1,000,000
 * @param maxAttributes of one element, and as many declarations of namespaces; 1 to 200
 * @param maxNameLength of a local name, a prefix, a target of an instruction; 1 to 1,000
 * @param maxTextLength of text between two tags, a comment, an instruction; 1 to {@link
 *     JsonThreat#LARGEST_BODY}
 * @param maxAttributeLength of the value of an attribute or the name of a namespace; 1 to {@link
 *     JsonThreat#LARGEST_BODY}
 * @param maxBodyBytes of a body; 1 to {@link JsonThreat#LARGEST_BODY}
 * @param otherBodies what becomes of bodies that do not say they are XML
 */
public record XmlThreat(
    int maxDepth,
    int maxChildren,
    int maxAttributes,
    int maxNameLength,
    int maxTextLength,
    int maxAttributeLength,
    long maxBodyBytes,
    OtherBodies otherBodies)
    implements PolicyKind {

  public static final int DEEPEST = 200;
  public static final int MOST_CHILDREN = 1_000_000;
  public static final int MOST_ATTRIBUTES = 200;
  public static final int LONGEST_NAME = 1_000;

  public XmlThreat {
    BodyLimits.require("maxDepth", maxDepth, DEEPEST);
    BodyLimits.require("maxChildren", maxChildren, MOST_CHILDREN);
    BodyLimits.require("maxAttributes", maxAttributes, MOST_ATTRIBUTES);
    BodyLimits.require("maxNameLength", maxNameLength, LONGEST_NAME);
    BodyLimits.require("maxTextLength", maxTextLength, JsonThreat.LARGEST_BODY);
    BodyLimits.require("maxAttributeLength", maxAttributeLength, JsonThreat.LARGEST_BODY);
    BodyLimits.require("maxBodyBytes", maxBodyBytes, JsonThreat.LARGEST_BODY);
  }

  @Override
  public String kindName() {
    return "xmlThreat";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }
}
