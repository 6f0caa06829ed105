package io.entente.bench.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Figures by name. For one thread. */
public final class Figures {

  private final Map<String, Double> values = new TreeMap<>();

  public void put(String name, double value) {
    values.put(name, value);
    System.out.println(String.format(Locale.ROOT, "%-48s %14.3f", name, value));
  }

  /** The middle of a sorted copy; the upper one of two. */
  public static double median(double[] measured) {
    return at(measured, 50);
  }

  /** The least value that at least {@code percent} of all do not exceed. */
  public static double at(double[] measured, int percent) {
    if (measured.length == 0 || percent < 1 || percent > 100) {
      throw new IllegalArgumentException(percent + " % of " + measured.length + " figures");
    }
    double[] sorted = measured.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /** Median of the ratios of pairs: what slows the machine slows both of a pair. */
  public static double ratio(double[] ours, double[] theirs) {
    if (ours.length != theirs.length) {
      throw new IllegalArgumentException(ours.length + " figures beside " + theirs.length);
    }
    var ratios = new double[ours.length];
    Arrays.setAll(ratios, i -> ours[i] / theirs[i]);
    return median(ratios);
  }

  /** All of them as one JSON object. */
  public void write(Path file) throws IOException {
    var json = new StringBuilder("{\n");
    String separator = "";
    for (var value : values.entrySet()) {
      json.append(separator)
          .append(String.format(Locale.ROOT, "  \"%s\": %.3f", value.getKey(), value.getValue()));
      separator = ",\n";
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, json.append("\n}\n"));
  }
}
