package io.entente.policy;

/**
 * JSON bodies of requests of a bounded shape; others are answered 400. Several policies all hold,
 * so that of each number the smallest does.
 *
 * @param maxDepth containers within containers, the outermost counted; 1 to 1,000
 * @param maxArrayElements of one array; 1 to 1,000,000
 * @param maxObjectEntries of one object; 1 to 1,000,000
 * @param maxNameLength of a name, in characters (code points); 1 to 65,536
 * @param maxStringLength of a text, in characters (code points); 1 to {@link #LARGEST_BODY}
 * @param maxBodyBytes of a body; 1 to {@link #LARGEST_BODY}
 * @param otherBodies what becomes of bodies that do not say they are JSON
 */
public record JsonThreat(
    int maxDepth,
    int maxArrayElements,
    int maxObjectEntries,
    int maxNameLength,
    int maxStringLength,
    long maxBodyBytes,
    OtherBodies otherBodies)
    implements PolicyKind {

  public static final int DEEPEST = 1_000;
  public static final int MOST_MEMBERS = 1_000_000;
  public static final int LONGEST_NAME = 65_536;

  /** 10 MiB: what every gateway that reads bodies can hold. */
  public static final int LARGEST_BODY = 10_485_760;

  public JsonThreat {
    BodyLimits.require("maxDepth", maxDepth, DEEPEST);
    BodyLimits.require("maxArrayElements", maxArrayElements, MOST_MEMBERS);
    BodyLimits.require("maxObjectEntries", maxObjectEntries, MOST_MEMBERS);
    BodyLimits.require("maxNameLength", maxNameLength, LONGEST_NAME);
    BodyLimits.require("maxStringLength", maxStringLength, LARGEST_BODY);
    BodyLimits.require("maxBodyBytes", maxBodyBytes, LARGEST_BODY);
  }

  @Override
  public String kindName() {
    return "jsonThreat";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }
}
