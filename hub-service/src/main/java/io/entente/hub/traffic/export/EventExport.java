package io.entente.hub.traffic.export;

import io.entente.hub.traffic.store.EventFilter;
import io.entente.hub.traffic.store.EventPlace;
import io.entente.hub.traffic.store.RecordedRequest;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Writes single requests, the newest first, to a file aside. What is exported is asked for page by
 * page and never in memory as a whole; two files are made at a time. Blocks; safe for many threads.
 */
@ApplicationScoped
public class EventExport {

  private static final int AT_ONCE = 2;
  private static final int PAGE = 5_000;

  private final TrafficStore store;
  private final Semaphore places = new Semaphore(AT_ONCE);

  EventExport(TrafficStore store) {
    this.store = store;
  }

  /**
   * The requests that {@code query} and {@code filter} let pass.
   *
   * @param after where to begin; the newest where empty
   * @param most most rows of the file
   * @throws ProblemException TRAFFIC_EXPORT_BUSY or TRAFFIC_EXPORT_FAILED
   */
  public ExportedFile make(
      TrafficQuery query,
      EventFilter filter,
      Optional<EventPlace> after,
      int most,
      ExportFormat format) {
    if (!places.tryAcquire()) {
      throw new ProblemException(
          Problem.internal(
              "TRAFFIC_EXPORT_BUSY",
              "this hub writes " + AT_ONCE + " exports already",
              "Ask again after the time in Retry-After."));
    }
    try {
      Path folder = Files.createTempDirectory("entente-export");
      try {
        return make(
            folder.resolve("events." + format.suffix()), query, filter, after, most, format);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      var failure =
          new ProblemException(
              Problem.internal(
                  "TRAFFIC_EXPORT_FAILED",
                  "the export could not be written: " + e.getMessage(),
                  "Check that the folder for temporary files has space, or ask for fewer rows."));
      failure.initCause(e);
      throw failure;
    } finally {
      places.release();
    }
  }

  private ExportedFile make(
      Path file,
      TrafficQuery query,
      EventFilter filter,
      Optional<EventPlace> after,
      int most,
      ExportFormat format)
      throws IOException {
    Written written;
    try (EventSink sink = format.open(file)) {
      written = write(sink, query, filter, after, most);
    }
    // The file's name goes with the folder, its content when it is closed.
    return new ExportedFile(
        Files.newInputStream(file), Files.size(file), written.rows(), written.next());
  }

  /** With what a format left in it when it failed. */
  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private record Written(long rows, Optional<EventPlace> next) {}

  private Written write(
      EventSink sink, TrafficQuery query, EventFilter filter, Optional<EventPlace> begin, int most)
      throws IOException {
    Optional<EventPlace> after = begin;
    int rows = 0;
    while (true) {
      int wanted = Math.min(PAGE, most - rows);
      List<RecordedRequest> found = store.events(query, filter, after, wanted + 1);
      boolean more = found.size() > wanted;
      for (RecordedRequest request : more ? found.subList(0, wanted) : found) {
        sink.add(request);
        after = Optional.of(new EventPlace(request.time(), request.gateway(), request.id()));
        rows++;
      }
      if (!more || rows >= most) {
        return new Written(rows, more ? after : Optional.empty());
      }
    }
  }
}
