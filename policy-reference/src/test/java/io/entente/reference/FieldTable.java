package io.entente.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of an object, those within them too, as rows of a table. */
final class FieldTable {

  private final StringBuilder rows = new StringBuilder();
  private final List<String> rules = new ArrayList<>();

  private FieldTable() {}

  static FieldTable of(SchemaPart object) {
    var table = new FieldTable();
    table.members("", object);
    return table;
  }

  String table() {
    return rows.isEmpty()
        ? "It has no fields.\n"
        : "| Field | Takes | Default | What it is |\n|---|---|---|---|\n" + rows;
  }

  /** What must hold between fields, one line each; empty where nothing must. */
  String rules() {
    return rules.stream().map(rule -> "- " + rule + "\n").collect(Collectors.joining());
  }

  /** What must be written first, then by name. */
  private void members(String path, SchemaPart object) {
    List<String> required = object.texts("required");
    Map<String, SchemaPart> properties = object.properties();
    required.forEach(name -> field(path + name, properties.get(name), true));
    properties.forEach(
        (name, part) -> {
          if (!required.contains(name)) {
            field(path + name, part, false);
          }
        });
    String where = path.isEmpty() ? "" : "In `" + path.replaceFirst("\\.$", "") + "`: ";
    object.parts("allOf").forEach(rule -> rules.add(where + escaped(rule.text("$comment"))));
  }

  private void field(String path, SchemaPart part, boolean required) {
    rows.append(
        "| `%s` | %s | %s | %s |\n"
            .formatted(
                path,
                escaped(Takes.of(part)),
                required ? "required" : usual(part),
                escaped(part.text("description"))));
    SchemaPart inner = part.says("items") ? part.part("items") : part;
    String step = part.says("items") ? "[]." : ".";
    if (inner.says("properties")) {
      members(path + step, inner);
    }
  }

  private static String usual(SchemaPart part) {
    return part.find("default").map(text -> "`" + shown(text) + "`").orElse("not written");
  }

  private static String shown(String text) {
    return text.isEmpty() ? "\"\"" : escaped(text);
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replaceAll("(?<![`\\w])\\*(?![\\w*])", "`*`");
  }
}
