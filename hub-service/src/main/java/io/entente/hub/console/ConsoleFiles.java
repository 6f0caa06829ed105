package io.entente.hub.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Puts headers on the console's files, and answers every address of its pages with its one
 * document. What belongs to the API is left alone. Without a built console nothing is served.
 */
@ApplicationScoped
class ConsoleFiles {

  /** Only files of this hub run, are drawn or asked; nobody may frame a page. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors"
          + " 'none'";

  private static final String DOCUMENT = "/index.html";
  private static final String HASHED = "/assets/";
  private static final List<String> OTHERS = List.of("/api", "/q", "/ingest");

  /** Before every other route that answers. */
  private static final int EARLY = -1_000;

  void install(@Observes Router router) {
    if (ConsoleFiles.class.getResource("/META-INF/resources" + DOCUMENT) != null) {
      router.route().order(EARLY).handler(ConsoleFiles::handle);
    }
  }

  private static void handle(RoutingContext context) {
    String path = context.normalizedPath();
    if (!isRead(context) || OTHERS.stream().anyMatch(other -> isBelow(path, other))) {
      context.next();
      return;
    }
    if (isPage(context, path)) {
      context.reroute(DOCUMENT);
      return;
    }
    context.addHeadersEndHandler(done -> mark(context.response(), path));
    context.next();
  }

  private static boolean isRead(RoutingContext context) {
    HttpMethod method = context.request().method();
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private static boolean isBelow(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }

  /** A browser going somewhere; scripts, pictures and other programs do not ask for HTML. */
  private static boolean isPage(RoutingContext context, String path) {
    String accepted = context.request().getHeader("Accept");
    return !path.equals(DOCUMENT)
        && !path.startsWith(HASHED)
        && accepted != null
        && accepted.contains("text/html");
  }

  private static void mark(HttpServerResponse response, String path) {
    boolean kept = path.startsWith(HASHED) && response.getStatusCode() < 400;
    response
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cache-Control", kept ? "public, max-age=31536000, immutable" : "no-cache");
  }
}
