package io.entente.hub.docs;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What a value of a type looks like, for a person. */
final class Takes {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("String", "text"),
          Map.entry("Path", "path"),
          Map.entry("URI", "URL"),
          Map.entry("Kept", "`duckdb` or `clickhouse`"),
          Map.entry("short", "whole number"),
          Map.entry("int", "whole number"),
          Map.entry("Integer", "whole number"),
          Map.entry("long", "whole number"),
          Map.entry("boolean", "`true` or `false`"),
          Map.entry("Duration", "duration: `30s`, `5m`, `24h`, `P90D`"),
          Map.entry("MemorySize", "size: `512K`, `8M`"),
          Map.entry("List<String>", "texts, commas between"),
          Map.entry("List<Integer>", "whole numbers, commas between"));

  private Takes() {}

  /** Of a type as the source has it; fails on one that has no words here yet. */
  static String of(String type) {
    String one = type.replaceFirst("^Optional<(.*)>$", "$1").replaceFirst("^Map<String, ?", "");
    String words = TYPES.get(type.startsWith("Map<") ? one.replaceFirst(">$", "") : one);
    if (words == null) {
      throw new IllegalStateException("say in Takes what a value of type " + type + " looks like");
    }
    return words;
  }

  /** The range that annotations set; empty where there is none. */
  static String range(Function<String, Optional<TreeMap<String, String>>> annotation) {
    Optional<String> least = annotation.apply("Min").map(a -> a.get("value"));
    Optional<String> most = annotation.apply("Max").map(a -> a.get("value"));
    if (least.isPresent() && most.isPresent()) {
      return least.get() + " to " + most.get();
    }
    if (least.isPresent()) {
      return "at least " + least.get();
    }
    return annotation
        .apply("DurationMin")
        .map(a -> a.firstEntry())
        .filter(unit -> !unit.getValue().equals("0"))
        .map(unit -> "at least " + unit.getValue() + (unit.getKey().equals("millis") ? "ms" : "s"))
        .orElse("");
  }
}
