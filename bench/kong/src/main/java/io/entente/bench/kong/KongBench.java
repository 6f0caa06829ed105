package io.entente.bench.kong;

import io.entente.connector.kong.KongConfig;
import io.entente.connector.kong.KongConnector;
import io.entente.connector.spi.ReadScope;
import io.entente.model.estate.Completeness;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code KongBench FILE HUB_JAR [writes]}: measures all, or only writing; prints, and writes the
 * figures as JSON.
 */
public final class KongBench {

  private static final int PAIRS = 7;
  private static final int WARM = 25;
  private static final int PARALLEL = 8;
  private static final int DELAY_MILLIS = 5;
  private static final int CHANGES = Plugins.MOST;
  private static final int LIMITED = 200;
  private static final int WARM_WRITES = 4;
  private static final int LIMIT = 100;
  private static final Estate WRITES = new Estate(10, 2 * Plugins.MOST, 0, 0, 0);
  private static final List<String> SMALL_LISTS = List.of("services", "routes", "plugins");
  private static final List<String> LARGE_LISTS =
      List.of("services", "routes", "plugins", "upstreams", "consumers");

  private final TreeMap<String, Double> figures = new TreeMap<>();

  private KongBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 4 && arguments[0].equals("serve")) {
      SimulatorProcess.serve(
          Estate.parse(arguments[1]),
          Integer.parseInt(arguments[2]),
          Integer.parseInt(arguments[3]));
      return;
    }
    var bench = new KongBench();
    boolean all = arguments.length < 3;
    if (all) {
      bench.small(0);
      bench.small(DELAY_MILLIS);
      bench.large();
    }
    bench.applying();
    bench.limited();
    if (all) {
      bench.polling(Path.of(arguments[1]));
    }
    bench.write(Path.of(arguments[0]));
  }

  /** The same pages by us and by a plain client, in turns. */
  private void small(int delay) throws IOException, InterruptedException {
    try (var kong = SimulatorProcess.start(Estate.SMALL, delay, 0)) {
      var raw = new RawListing(kong.admin());
      var connector = connector(kong.admin());
      connector.describe();
      var rawTimes = new double[PAIRS];
      var curlTimes = new double[PAIRS];
      var ourTimes = new double[PAIRS];
      // A hub polls for months: what is compared is its steady state.
      for (int pair = -WARM; pair < PAIRS; pair++) {
        long begun = System.nanoTime();
        raw.list(SMALL_LISTS);
        long listed = System.nanoTime();
        Curl.list(kong.admin(), SMALL_LISTS);
        long curled = System.nanoTime();
        var objects = read(connector, new ReadScope.Kinds(Set.copyOf(SMALL_LISTS)));
        long read = System.nanoTime();
        require(objects.size(), Estate.SMALL.entities());
        if (pair >= 0) {
          rawTimes[pair] = (listed - begun) / 1e6;
          curlTimes[pair] = (curled - listed) / 1e6;
          ourTimes[pair] = (read - curled) / 1e6;
        }
      }
      String name = "p9.small.delay" + delay;
      figures.put(name + ".curl.ms", median(curlTimes));
      figures.put(name + ".ratioToCurl", ratio(ourTimes, curlTimes));
      figures.put(name + ".raw.ms", median(rawTimes));
      figures.put(name + ".ours.ms", median(ourTimes));
      figures.put(name + ".ratio", ratio(ourTimes, rawTimes));
    }
  }

  /** A large estate in full, against what its pages and their parsing cost at the least. */
  private void large() throws IOException, InterruptedException {
    try (var kong = SimulatorProcess.start(Estate.LARGE, DELAY_MILLIS, 0)) {
      var connector = connector(kong.admin());
      connector.describe();
      var pages = new RawListing(kong.admin()).list(LARGE_LISTS);
      RawListing.parse(pages);
      double parse = RawListing.parse(pages) / 1e6;
      int requests = pages.size() + Estate.LARGE.upstreams();
      pages = List.of();
      double least = requests * (double) DELAY_MILLIS / PARALLEL + parse;
      read(connector, new ReadScope.Everything());
      long before = used();
      long begun = System.nanoTime();
      var objects = read(connector, new ReadScope.Everything());
      double ours = (System.nanoTime() - begun) / 1e6;
      long after = used();
      require(objects.size(), Estate.LARGE.entities());
      figures.put("p9.large.requests", (double) requests);
      figures.put("p9.large.least.ms", least);
      figures.put("p9.large.ours.ms", ours);
      figures.put("p9.large.ratio", ours / least);
      figures.put("p9.large.heap.bytesPerEntity", (after - before) / (double) objects.size());
    }
  }

  /** Plans that make, change and remove plugins, against the bare calls, in turns. */
  private void applying() throws IOException, InterruptedException {
    try (var kong = SimulatorProcess.start(WRITES, DELAY_MILLIS, 0)) {
      var connector = connector(kong.admin(), 1e6);
      connector.describe();
      var bare = new BareCalls(kong.admin(), PARALLEL);
      var bareTimes = new double[3][PAIRS];
      var ourTimes = new double[3][PAIRS];
      for (int pair = -WARM_WRITES; pair < PAIRS; pair++) {
        var none = OptionalInt.empty();
        var five = OptionalInt.of(5);
        var seven = OptionalInt.of(7);
        var raw = new double[3];
        var ours = new double[3];
        raw[0] = bare.put(CHANGES, 5);
        ours[0] = Applying.run(connector, Applying.steps(CHANGES, none, five));
        raw[1] = bare.put(CHANGES, 7);
        ours[1] = Applying.run(connector, Applying.steps(CHANGES, five, seven));
        raw[2] = bare.delete(CHANGES);
        ours[2] = Applying.run(connector, Applying.steps(CHANGES, seven, none));
        for (int kind = 0; pair >= 0 && kind < 3; kind++) {
          bareTimes[kind][pair] = raw[kind];
          ourTimes[kind][pair] = ours[kind];
        }
      }
      double least = CHANGES * (double) DELAY_MILLIS / PARALLEL;
      figures.put("p10.least.ms", least);
      for (int kind = 0; kind < 3; kind++) {
        String name = "p10." + List.of("creates", "updates", "deletes").get(kind);
        figures.put(name + ".bare.ms", median(bareTimes[kind]));
        figures.put(name + ".ours.ms", median(ourTimes[kind]));
        figures.put(name + ".ratio", ratio(ourTimes[kind], bareTimes[kind]));
        figures.put(name + ".ratioToLeast", median(ourTimes[kind]) / least);
      }
    }
  }

  /** Against what a limiter lets through at the least, with 429 by chance beside it. */
  private void limited() throws IOException {
    try (var kong = SimulatorProcess.start(WRITES, 0, LIMIT)) {
      var connector = connector(kong.admin(), LIMIT);
      connector.describe();
      var steps = Applying.steps(LIMITED, OptionalInt.empty(), OptionalInt.of(5));
      double ours = Applying.run(connector, steps);
      double least = (double) LIMITED / LIMIT * 1000;
      figures.put("p10.limited.least.ms", least);
      figures.put("p10.limited.ours.ms", ours);
      figures.put("p10.limited.ratio", ours / least);
    }
  }

  /** A poll of the hub that finds nothing new, against the bare read of the same estate. */
  private void polling(Path jar) throws IOException, InterruptedException {
    try (var kong = SimulatorProcess.start(Estate.POLLED, DELAY_MILLIS, 0);
        var hub = PollingHub.start(jar, kong.admin())) {
      var connector = connector(kong.admin());
      connector.describe();
      var reads = new double[PAIRS];
      var polls = new double[PAIRS];
      for (int pair = -WARM; pair < PAIRS; pair++) {
        long begun = System.nanoTime();
        var objects = read(connector, new ReadScope.Everything());
        long read = System.nanoTime();
        hub.poll();
        long polled = System.nanoTime();
        require(objects.size(), Estate.POLLED.entities());
        if (pair >= 0) {
          reads[pair] = (read - begun) / 1e6;
          polls[pair] = (polled - read) / 1e6;
        }
      }
      figures.put("p11.read.ms", median(reads));
      figures.put("p11.poll.ms", median(polls));
      figures.put("p11.keepingToReading", ratio(polls, reads) - 1);
    }
  }

  private static KongConnector connector(URI admin) {
    return connector(admin, 1e6);
  }

  private static KongConnector connector(URI admin, double perSecond) {
    var config =
        new KongConfig(
            admin,
            Optional.empty(),
            1,
            Duration.ofSeconds(60),
            PARALLEL,
            perSecond,
            new TreeMap<>());
    return new KongConnector(new GatewayId("bench"), config, new LocalSecrets());
  }

  private static List<NativeObject> read(KongConnector connector, ReadScope scope) {
    var objects = new ArrayList<NativeObject>();
    var completeness = connector.inventory().read(scope, objects::addAll);
    if (!(completeness instanceof Completeness.Complete)) {
      throw new IllegalStateException("the read is not complete: " + completeness);
    }
    return objects;
  }

  private static void require(int found, int expected) {
    if (found != expected) {
      throw new IllegalStateException("read " + found + " entities of " + expected);
    }
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Median of the ratios of pairs: what slows the machine slows both of a pair. */
  private static double ratio(double[] ours, double[] raw) {
    var ratios = new double[ours.length];
    Arrays.setAll(ratios, i -> ours[i] / raw[i]);
    return median(ratios);
  }

  private void write(Path file) throws IOException {
    var json = new StringBuilder("{\n");
    String separator = "";
    for (var figure : figures.entrySet()) {
      json.append(separator)
          .append(String.format(Locale.ROOT, "  \"%s\": %.3f", figure.getKey(), figure.getValue()));
      separator = ",\n";
      System.out.println(
          String.format(Locale.ROOT, "%-36s %12.3f", figure.getKey(), figure.getValue()));
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, json.append("\n}\n"));
  }
}
