package io.entente.bench.query;

import io.entente.bench.kit.BenchDirectory;
import io.entente.bench.kit.Figures;
import io.entente.bench.kit.HubProcess;
import io.entente.hub.traffic.store.DuckDbSettings;
import io.entente.hub.traffic.store.DuckDbTrafficStore;
import io.entente.hub.traffic.store.TrafficBatch;
import io.entente.model.event.TrafficEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code QueryBench FILE EVENTS}: fills both stores, asks in turns, prints, and writes the figures
 * as JSON. Of many events there is no PostgreSQL: it would take hours and the disk.
 */
public final class QueryBench {

  private static final int BATCH = 50_000;
  private static final int ROUNDS = 15;
  private static final int PEER_ROUNDS = 5;
  private static final long MOST_BESIDE_POSTGRES = 20_000_000;

  private final Figures figures = new Figures();
  private final Map<String, Double> worst = new TreeMap<>();

  private QueryBench() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    long events = Long.parseLong(arguments[1]);
    var bench = new QueryBench();
    bench.run(events, events > MOST_BESIDE_POSTGRES);
    bench.stored(events / 10);
    bench.figures.put(
        "p7.queries.resident.megabytes",
        HubProcess.peakResident(ProcessHandle.current().pid()) / 1e6);
    bench.figures.write(Path.of(arguments[0]));
  }

  private void run(long events, boolean alone) throws IOException, SQLException {
    Path directory = BenchDirectory.make("bench-query");
    figures.put("events", events);
    fill(directory, events);
    figures.put("p5.withIds.bytes", size(directory) / (double) events);
    rollUp(directory);
    figures.put("p5.withIdsAndRollUps.bytes", size(directory) / (double) events);
    try (var store = store(directory)) {
      if (alone) {
        for (Question question : Question.all()) {
          ours(store, question);
        }
        reportWorst();
        return;
      }
      try (var peer = PostgresPeer.start(directory.resolve("postgres"))) {
        var workload = new Workload(events, true);
        for (var batch = workload.next(BATCH); !batch.isEmpty(); batch = workload.next(BATCH)) {
          peer.write(batch);
        }
        peer.settle();
        figures.put("postgres.bytes", peer.bytes() / (double) events);
        for (Question question : Question.all()) {
          beside(store, peer, question);
        }
        reportWorst();
        figures.put("p8.worst.relativeError", Percentiles.worstError(store, peer));
      }
    }
  }

  private void beside(DuckDbTrafficStore store, PostgresPeer peer, Question question)
      throws SQLException {
    var times = new ArrayList<Double>();
    var theirs = new double[PEER_ROUNDS];
    var pairs = new double[PEER_ROUNDS];
    for (int round = 0; round < PEER_ROUNDS; round++) {
      long begun = System.nanoTime();
      long expected = peer.ask(question.sql());
      theirs[round] = (System.nanoTime() - begun) / 1e6;
      for (int again = 0; again < ROUNDS / PEER_ROUNDS; again++) {
        begun = System.nanoTime();
        long found = question.ours().applyAsLong(store);
        double took = (System.nanoTime() - begun) / 1e6;
        times.add(took);
        pairs[round] = took;
        if (found != expected) {
          throw new IllegalStateException(
              question.name() + ": " + found + ", PostgreSQL says " + expected);
        }
      }
    }
    report(question, times);
    figures.put("p4." + question.name() + ".postgres.ms", Figures.median(theirs));
    figures.put("p4." + question.name() + ".faster", Figures.ratio(theirs, pairs));
  }

  private void ours(DuckDbTrafficStore store, Question question) {
    var times = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      long found = question.ours().applyAsLong(store);
      times.add((System.nanoTime() - begun) / 1e6);
      if (found == 0) {
        throw new IllegalStateException(question.name() + " found nothing");
      }
    }
    report(question, times);
  }

  private void report(Question question, List<Double> times) {
    double[] all = times.stream().mapToDouble(Double::doubleValue).toArray();
    String name = "p4." + (question.dashboard() ? "dashboard." : "raw.") + question.name();
    figures.put(name + ".median.ms", Figures.median(all));
    double p95 = Figures.at(all, 95);
    figures.put(name + ".p95.ms", p95);
    worst.merge(question.dashboard() ? "dashboard" : "raw", p95, Math::max);
  }

  /** By the slowest question of each sort. */
  private void reportWorst() {
    worst.forEach((sort, p95) -> figures.put("p4." + sort + ".slowest.p95.ms", p95));
  }

  /** Bytes an event takes without ids of its own. */
  private void stored(long events) throws IOException {
    Path directory = BenchDirectory.make("bench-stored");
    try (var store = store(directory)) {
      var workload = new Workload(events, false);
      for (var batch = workload.next(BATCH); !batch.isEmpty(); batch = workload.next(BATCH)) {
        write(store, batch);
      }
    }
    figures.put("p5.withoutIds.bytes", size(directory) / (double) events);
  }

  private void fill(Path directory, long events) {
    var workload = new Workload(events, true);
    long spent = 0;
    // Closed afterwards: then all of it is in the file.
    try (var store = store(directory)) {
      for (var batch = workload.next(BATCH); !batch.isEmpty(); batch = workload.next(BATCH)) {
        long before = System.nanoTime();
        write(store, batch);
        spent += System.nanoTime() - before;
      }
    }
    figures.put("store.write.eventsPerSecond", events / (spent / 1e9));
  }

  private void rollUp(Path directory) {
    long begun = System.nanoTime();
    int transactions = 0;
    try (var store = store(directory)) {
      while (store.rollUp(Workload.START.plus(Workload.SPAN))) {
        transactions++;
      }
    }
    figures.put("store.rollUp.transactions", transactions);
    figures.put("store.rollUp.seconds", (System.nanoTime() - begun) / 1e9);
  }

  private static void write(DuckDbTrafficStore store, List<TrafficEvent> batch) {
    store.write(new TrafficBatch("bench", "traffic", batch, Map.of(0, 1L)));
  }

  private static DuckDbTrafficStore store(Path directory) {
    return new DuckDbTrafficStore(
        new DuckDbSettings(directory.resolve("traffic.duckdb"), "512MB", Duration.ofMinutes(10)));
  }

  private static long size(Path directory) throws IOException {
    return Files.size(directory.resolve("traffic.duckdb"));
  }
}
