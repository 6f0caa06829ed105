package io.entente.engine;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parameters of a request, held against those of its operation. */
final class OpenApiParameters {

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

  /** Headers that a document says elsewhere, or not at all. */
  private static final Set<String> ELSEWHERE = Set.of("accept", "content-type", "authorization");

  private final OpenApiOperation operation;
  private final Exchange exchange;
  private final JsonSchemas schemas;

  OpenApiParameters(OpenApiOperation operation, Exchange exchange, JsonSchemas schemas) {
    this.operation = operation;
    this.exchange = exchange;
    this.schemas = schemas;
  }

  boolean hold() {
    return operation.parameters().stream().allMatch(this::holds);
  }

  /** Whether the query and the cookies have none that the document does not. */
  boolean known() {
    var queries = new HashSet<String>();
    var cookies = new HashSet<String>();
    for (OpenApiPart parameter : operation.parameters()) {
      if (parameter.text("in").equals("query")) {
        queries.add(parameter.text("name"));
      } else if (parameter.text("in").equals("cookie")) {
        cookies.add(parameter.text("name"));
      }
    }
    return queries.containsAll(new QueryText(exchange.query()).parameters().keySet())
        && cookies().stream().allMatch(cookie -> cookies.contains(cookie.get(0)));
  }

  private boolean holds(OpenApiPart parameter) {
    String in = parameter.text("in");
    String name = parameter.text("name");
    if (in.equals("header") && ELSEWHERE.contains(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    List<String> values =
        switch (in) {
          case "path" -> Optional.ofNullable(operation.segments().get(name)).stream().toList();
          case "query" -> new QueryText(exchange.query()).values(name);
          case "header" -> exchange.requestHeaders().get(name.toLowerCase(Locale.ROOT));
          default ->
              cookies().stream()
                  .filter(cookie -> cookie.get(0).equals(name))
                  .map(cookie -> cookie.get(1))
                  .toList();
        };
    if (values.isEmpty()) {
      return !parameter.says("required");
    }
    OpenApiPart schema = parameter.child("schema").orElseThrow();
    String type = schema.text("type");
    if (type.equals("array")) {
      String item = schema.child("items").orElseThrow().text("type");
      List<String> items = in.equals("query") ? values : listed(String.join(",", values));
      return schemas.take(
          schema.pointer(),
          items.stream()
              .map(value -> json(item, value))
              .collect(Collectors.joining(",", "[", "]")));
    }
    return values.size() == 1 && schemas.take(schema.pointer(), json(type, values.get(0)));
  }

  private static List<String> listed(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  /** A text as a value of a type, and as text where it is none. */
  private static String json(String type, String value) {
    boolean as =
        switch (type) {
          case "integer", "number" -> NUMBER.matcher(value).matches();
          case "boolean" -> value.equals("true") || value.equals("false");
          default -> false;
        };
    return as ? value : CanonicalText.of(Node.text(value));
  }

  /** Name and value of each. */
  private List<List<String>> cookies() {
    var cookies = new ArrayList<List<String>>();
    for (String line : exchange.requestHeaders().get("cookie")) {
      for (String cookie : line.split(";", -1)) {
        int end = cookie.indexOf('=');
        if (end > 0) {
          cookies.add(List.of(cookie.substring(0, end).strip(), cookie.substring(end + 1).strip()));
        }
      }
    }
    return cookies;
  }
}
