package io.entente.hub.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a gateway counted also arrived.
 *
 * @param state {@code NOT_MEASURED} without counters, {@code WAITING} for a first stretch, {@code
 *     MEASURED}, or {@code FAILING} when the last reading failed and the numbers are older
 * @param counted requests to our APIs by the gateway's own counters
 * @param arrived requests to them in the traffic store
 * @param missing counted and not arrived, summed over the APIs; 0 where more arrived
 * @param since first instant of the comparison
 * @param asOf last instant of it
 * @param restarts how often the counters began again; what was counted just before is not known
 * @param apis the same by API, where the gateway counts by API
 * @param nodes the same by process, where each process tells of its counters
 * @param note what the comparison cannot see
 * @param failure why the last reading failed
 * @param vendor what the vendor counted by itself, where it does
 * @param syslog what came over syslog since the hub started, where anything did
 */
public record TelemetryView(
    String gateway,
    State state,
    long counted,
    long arrived,
    long missing,
    Optional<Instant> since,
    Optional<Instant> asOf,
    int restarts,
    List<OfApi> apis,
    List<OfNode> nodes,
    String note,
    Optional<String> failure,
    Optional<VendorCounts> vendor,
    Optional<Lines> syslog) {

  private static final long ENDS = 5;
  private static final long THOUSAND = 1_000;

  static final String NOTE =
      "Requests answered with 404 are left out on both sides: Kong does not count one that no"
          + " route matched. Routes of which a sample or only counts are kept are left out, too."
          + " Counters are those of the one node that was asked, and times are its clock, so a few"
          + " requests at both ends of the comparison may fall to the other side.";

  static final String ENVOY_NOTE =
      "Each Envoy counts the entries of its access log, those it threw away included, and tells of"
          + " them; times are its clock. An entry within 100 ms of either end counts as arrived."
          + " What an Envoy made just before it ended is not known, and neither is what was lost"
          + " while this hub was not running.";

  /** How the comparison stands. */
  public enum State {
    NOT_MEASURED,
    WAITING,
    MEASURED,
    FAILING
  }

  /**
   * Lines of a gateway over syslog.
   *
   * @param accepted lines that are events
   * @param refused lines that never can be
   * @param last when the last one was kept
   * @param note what cannot be known of lines
   */
  public record Lines(long accepted, long refused, Instant last, String note) {

    static final String NOTE =
        "Syslog has no acknowledgement and Apigee does not try again: lines that were written while"
            + " this hub could not be reached, or were on their way when a connection broke, are"
            + " lost, and nobody can count them here. Compare with the counts of the vendor.";
  }

  /** One API of it. */
  public record OfApi(String api, long counted, long arrived, long missing) {}

  /** One process of it. */
  public record OfNode(String node, long counted, long arrived, long missing, int restarts) {}

  public TelemetryView {
    apis = List.copyOf(apis);
    nodes = List.copyOf(nodes);
  }

  static TelemetryView empty(String gateway, State state, Optional<String> failure) {
    return new TelemetryView(
        gateway,
        state,
        0,
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        NOTE,
        failure,
        Optional.empty(),
        Optional.empty());
  }

  /** Whether more is missing than requests at both ends of a comparison can explain. */
  boolean losing() {
    return missing > ENDS + counted / THOUSAND;
  }

  TelemetryView with(Optional<VendorCounts> counts, Optional<Lines> lines) {
    return new TelemetryView(
        gateway, state, counted, arrived, missing, since, asOf, restarts, apis, nodes, note,
        failure, counts, lines);
  }
}
