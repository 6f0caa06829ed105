package io.entente.translator.apigee.reverse;

import io.entente.policy.Cors;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** CORS: {@code cors}, what is not written as Apigee documents its defaults. */
final class CorsReader implements PolicyReader {

  private static final String REPEATED = "{request.header.origin}";
  private static final String METHODS = "GET, POST, HEAD, OPTIONS";
  private static final String HEADERS =
      "Origin, Accept, X-Requested-With, Content-Type, Access-Control-Request-Method,"
          + " Access-Control-Request-Headers";
  private static final String MAX_AGE = "1800";

  @Override
  public String type() {
    return "CORS";
  }

  @Override
  public Meaning read(PolicyElement policy, Run run) throws Unsaid {
    Steps.requireRequest(run);
    policy.only(
        Steps.ATTRIBUTES,
        Steps.children(
            "AllowOrigins",
            "AllowMethods",
            "AllowHeaders",
            "ExposeHeaders",
            "MaxAge",
            "AllowCredentials",
            "GeneratePreflightResponse",
            "IgnoreUnresolvedVariables"));
    var beyond = new TreeMap<String, String>();
    if (!policy.flag("GeneratePreflightResponse", true)) {
      throw new Unsaid("leaves preflights to the target, and cors answers them");
    }
    boolean credentials = policy.flag("AllowCredentials", false);
    List<String> origins = origins(policy, credentials, beyond);
    List<String> methods = list("AllowMethods", policy.value("AllowMethods").orElse(METHODS));
    List<String> headers =
        lower(list("AllowHeaders", policy.value("AllowHeaders").orElse(HEADERS)));
    List<String> exposed = lower(list("ExposeHeaders", policy.value("ExposeHeaders").orElse("")));
    long maxAge =
        PolicyElement.number("MaxAge", policy.value("MaxAge").orElse(MAX_AGE).replace("-1", "0"));
    return Meaning.of(
        () ->
            new Cors(
                origins,
                methods,
                asked(headers),
                exposed,
                credentials,
                Duration.ofSeconds(Math.min(maxAge, Integer.MAX_VALUE))),
        beyond);
  }

  private static List<String> origins(
      PolicyElement policy, boolean credentials, SortedMap<String, String> beyond) throws Unsaid {
    String text = policy.value("AllowOrigins").orElseThrow(() -> new Unsaid("has no AllowOrigins"));
    if (!text.equals(REPEATED)) {
      return list("AllowOrigins", text);
    }
    if (credentials) {
      throw new Unsaid(
          "allows every origin with credentials, which hands every page on the web the caller's"
              + " session; no policy says that");
    }
    beyond.put("AllowOrigins", "It repeats the origin of the request instead of writing *.");
    return List.of(Cors.ANY_ORIGIN);
  }

  /** {@code accept} alone stands for no header: browsers may always send it. */
  private static List<String> asked(List<String> headers) {
    return headers.equals(List.of("accept")) ? List.of() : headers;
  }

  private static List<String> list(String what, String text) throws Unsaid {
    if (text.contains("{")) {
      throw new Unsaid(
          "takes %s from a flow variable, whose value is not known here".formatted(what));
    }
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> lower(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().toList();
  }
}
