package io.entente.hub.estate;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How a test of a gateway's connection went.
 *
 * @param passed whether nothing stands against storing the document
 * @param found what answered; absent where nothing did
 * @param cannot what will not work although the connection does, and why
 * @param joining what is to be done for a gateway that comes to the hub by itself, in order
 * @param tookMillis how long it took
 */
public record ConnectionTest(
    String gateway,
    String vendor,
    boolean passed,
    List<Step> steps,
    Optional<Found> found,
    List<Limit> cannot,
    List<String> joining,
    long tookMillis) {

  public ConnectionTest {
    steps = List.copyOf(steps);
    cannot = List.copyOf(cannot);
    joining = List.copyOf(joining);
  }

  /** What is tried, in order. */
  public enum Part {
    /** Where the name leads, and whether the hub calls such places. */
    ADDRESS,
    REACHED,
    AUTHENTICATED,
    PERMITTED,
    PROFILE
  }

  /** What became of a part. */
  public enum State {
    OK,
    FAILED,
    /** Not tried, or nothing that came tells. */
    UNKNOWN
  }

  /**
   * One part.
   *
   * @param detail what was seen, in one sentence
   * @param problem why it failed
   */
  public record Step(Part part, State state, String detail, Optional<Problem> problem) {}

  /** What the gateway says of itself. */
  public record Found(
      String vendor, String edition, String version, int nodes, SortedSet<String> capabilities) {

    static Found of(GatewayProfile profile) {
      return new Found(
          profile.vendor().label(),
          profile.edition(),
          profile.version(),
          profile.nodes(),
          profile.capabilities());
    }
  }

  /** Something that will not work, and what would change that. */
  public record Limit(String what, String why, String nextStep) {}
}
