package io.entente.policy;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Values that the gateway's own log of exchanges, told to the hub, does not hold.
 *
 * @param headers of the request and of the answer, lower case
 * @param query {@code *} alone for the whole query, or parameters of it
 */
public record LogMasking(List<String> headers, List<String> query) implements PolicyKind {

  /** The whole query. */
  public static final String WHOLE = "*";

  private static final Pattern PARAMETER = Pattern.compile(ResponseCache.PARAMETER_PATTERN);

  public LogMasking {
    if (headers.isEmpty() && query.isEmpty()) {
      throw new IllegalArgumentException("logMasking has no entry in headers or query");
    }
    check("headers", headers, HeaderName::requireEditable);
    check("query", query, LogMasking::requireParameter);
    if (query.contains(WHOLE) && query.size() > 1) {
      throw new IllegalArgumentException(
          "query has * beside parameters; * already is the whole query, write it alone");
    }
    headers = List.copyOf(headers);
    query = List.copyOf(query);
  }

  @Override
  public String kindName() {
    return "logMasking";
  }

  @Override
  public Combine combine() {
    return Combine.UNION;
  }

  private static void check(String list, List<String> entries, Consumer<String> each) {
    var seen = new HashSet<String>();
    for (String entry : entries) {
      each.accept(entry);
      if (!seen.add(entry)) {
        throw new IllegalArgumentException(list + " has '" + entry + "' twice");
      }
    }
  }

  private static void requireParameter(String name) {
    if (!name.equals(WHOLE) && !PARAMETER.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "parameter '"
              + name
              + "' is neither * nor of the letters "
              + ResponseCache.PARAMETER_PATTERN);
    }
  }
}
