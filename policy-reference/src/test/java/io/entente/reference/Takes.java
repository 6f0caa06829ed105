package io.entente.reference;

import java.util.stream.Collectors;

/** What a value of a schema looks like, for people. */
final class Takes {

  private Takes() {}

  /** Fails on a schema that has no words here yet. */
  static String of(SchemaPart part) {
    if (part.says("enum")) {
      return part.texts("enum").stream()
          .map(word -> "`" + word + "`")
          .collect(Collectors.joining(", "));
    }
    return switch (part.text("type")) {
      case "boolean" -> "`true` or `false`";
      case "integer" ->
          "whole number, " + grouped(part.text("minimum")) + " to " + grouped(part.text("maximum"));
      case "string" ->
          part.text("x-valid") + part.find("x-network").map(rule -> "; " + rule).orElse("");
      case "array" -> list(part);
      case "object" -> object(part);
      default -> throw new AssertionError("say in Takes what this looks like: " + part.node());
    };
  }

  private static String list(SchemaPart part) {
    SchemaPart item = part.part("items");
    return "list of "
        + (item.says("properties") ? "objects" : of(item))
        + part.find("minItems").map(least -> "; at least " + least).orElse("")
        + (part.says("uniqueItems") ? "; none twice" : "")
        + part.find("x-uniqueBy").map(field -> "; no two with the same " + field).orElse("");
  }

  private static String object(SchemaPart part) {
    return part.find("x-openApi")
        .map(versions -> "an OpenAPI document: " + versions)
        .orElseGet(() -> part.says("properties") ? "object" : map(part));
  }

  private static String map(SchemaPart part) {
    return "object of: " + of(part.part("additionalProperties"));
  }

  private static String grouped(String number) {
    return "%,d".formatted(Long.parseLong(number)).replaceFirst("^-", "−");
  }
}
