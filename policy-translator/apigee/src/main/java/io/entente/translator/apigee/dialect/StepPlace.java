package io.entente.translator.apigee.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of an endpoint file where Steps of ours may stand, in the order they are filled. */
public enum StepPlace {
  PRE_FLOW_REQUEST("PreFlow", "Request"),
  PRE_FLOW_RESPONSE("PreFlow", "Response"),
  POST_FLOW_REQUEST("PostFlow", "Request"),
  POST_FLOW_RESPONSE("PostFlow", "Response"),
  POST_CLIENT_FLOW_REQUEST("PostClientFlow", "Request"),
  POST_CLIENT_FLOW_RESPONSE("PostClientFlow", "Response");

  private static final Pattern ENTRY =
      Pattern.compile("(?<file>.+)!/(?<flow>[A-Za-z]+)/(?<side>[A-Za-z]+)/\\d{3,}-(?<step>[^/]+)");

  private final String flow;
  private final String side;

  StepPlace(String flow, String side) {
    this.flow = flow;
    this.side = side;
  }

  String flow() {
    return flow;
  }

  String side() {
    return side;
  }

  /** Ours go first where requests pass and last where answers do. */
  boolean first() {
    return side.equals("Request");
  }

  /**
   * The entry of one Step of ours.
   *
   * @param rank from 1, among ours in this place
   */
  public String entry(String file, int rank, String step) {
    return file
        + "!/"
        + flow
        + "/"
        + side
        + "/"
        + String.format(Locale.ROOT, "%03d", rank)
        + "-"
        + step;
  }

  /** Where a Step stands that has an entry of its own. */
  record Of(String file, StepPlace place) {

    /** Empty when the entry is a file. */
    static Optional<Of> read(String entry) {
      Matcher matcher = ENTRY.matcher(entry);
      return matcher.matches()
          ? Arrays.stream(values())
              .filter(p -> p.flow.equals(matcher.group("flow")))
              .filter(p -> p.side.equals(matcher.group("side")))
              .findFirst()
              .map(place -> new Of(matcher.group("file"), place))
          : Optional.empty();
    }
  }
}
