package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.Cors;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The configuration of cors. */
final class CorsConfig {

  /** The methods the plugin's schema knows. */
  static final Set<String> METHODS =
      Set.of("GET", "HEAD", "PUT", "PATCH", "POST", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  /** Without any configured header the plugin allows whatever is asked for; this one is free. */
  private static final List<String> NO_HEADER = List.of("accept");

  /** What the plugin takes as it stands; anything else it reads as a regular expression. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.:/-]+");

  private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9:/_-]");

  private CorsConfig() {}

  static Node.Obj of(Cors cors) {
    List<String> headers = cors.allowHeaders().isEmpty() ? NO_HEADER : cors.allowHeaders();
    Node.Obj config =
        Doc.of("origins", Doc.texts(cors.allowOrigins().stream().map(CorsConfig::origin).toList()))
            .with(
                "methods",
                Doc.texts(cors.allowMethods().stream().filter(METHODS::contains).toList()))
            .with("headers", Doc.texts(headers))
            .with("credentials", Node.bool(cors.allowCredentials()))
            .with("max_age", Node.number(cors.maxAge().toSeconds()))
            .with("preflight_continue", Node.bool(false))
            .with("private_network", Node.bool(false));
    return cors.exposeHeaders().isEmpty()
        ? config
        : config.with("exposed_headers", Doc.texts(cors.exposeHeaders()));
  }

  /** True when the plugin sends the origin itself instead of comparing it. */
  static boolean sentUnasked(Cors cors) {
    return !cors.allowsAnyOrigin()
        && cors.allowOrigins().size() == 1
        && PLAIN.matcher(cors.allowOrigins().get(0)).matches();
  }

  private static String origin(String origin) {
    return origin.equals(Cors.ANY_ORIGIN) || PLAIN.matcher(origin).matches()
        ? origin
        : SPECIAL.matcher(origin).replaceAll("\\\\$0");
  }
}
