package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.LogMasking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The fields of an entry of http-log that are written anew or left out. A field whose program fails
 * loses the whole entry, so that these do nothing that can fail.
 */
public final class LogFields {

  public static final String NOTHING = "return nil";

  /** Those that hold the query as a whole, without it. */
  public static final Map<String, String> WITHOUT_QUERY =
      Map.of(
          "request.uri",
          "return kong.request.get_raw_path()",
          "request.url",
          "return kong.request.get_scheme() .. \"://\" .. kong.request.get_host() .. \":\" .."
              + " kong.request.get_port() .. kong.request.get_raw_path()",
          "upstream_uri",
          NOTHING);

  public static final String REQUEST_HEADER = "request.headers.";
  public static final String RESPONSE_HEADER = "response.headers.";
  public static final String QUERY = "request.querystring";

  private LogFields() {}

  /** Empty where nothing is masked. */
  static Optional<Node.Obj> of(List<LogMasking> rules) {
    var fields = new TreeMap<String, Node>();
    for (LogMasking rule : rules) {
      for (String header : rule.headers()) {
        fields.put(REQUEST_HEADER + header, Node.text(NOTHING));
        fields.put(RESPONSE_HEADER + header, Node.text(NOTHING));
      }
      if (!rule.query().isEmpty()) {
        WITHOUT_QUERY.forEach((field, program) -> fields.put(field, Node.text(program)));
      }
      for (String name : rule.query()) {
        fields.put(name.equals(LogMasking.WHOLE) ? QUERY : QUERY + "." + name, Node.text(NOTHING));
      }
    }
    if (fields.containsKey(QUERY)) {
      fields.keySet().removeIf(field -> field.startsWith(QUERY + "."));
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Node.Obj(fields));
  }
}
