package io.entente.model.event;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to become of the requests of one delivery.
 *
 * @param arrived all of them
 * @param kept what is to be durable one by one
 * @param counted what is to be durable as counts alone
 */
public record Recorded(
    List<TrafficEvent> arrived, List<TrafficEvent> kept, List<TrafficEvent> counted) {

  public Recorded {
    arrived = List.copyOf(arrived);
    kept = List.copyOf(kept);
    counted = List.copyOf(counted);
  }

  /** All of {@code arrived} as one recording has it. */
  public static Recorded of(List<TrafficEvent> arrived, Recording recording) {
    if (recording.equals(Recording.ALL)) {
      return new Recorded(arrived, arrived, List.of());
    }
    var sorting = new Sorting();
    arrived.forEach(event -> sorting.add(event, recording));
    return sorting.done();
  }

  /** Sorts requests of which each has a recording of its own. For one thread. */
  public static final class Sorting {

    private final List<TrafficEvent> arrived = new ArrayList<>();
    private final List<TrafficEvent> kept = new ArrayList<>();
    private final List<TrafficEvent> counted = new ArrayList<>();

    /** Takes one in. */
    public void add(TrafficEvent event, Recording recording) {
      arrived.add(event);
      recording.kept(event).ifPresent(kept::add);
      if (recording.equals(Recording.AGGREGATE)) {
        counted.add(event);
      }
    }

    /** What was taken in. */
    public Recorded done() {
      return new Recorded(arrived, kept, counted);
    }
  }
}
