package io.entente.simulator.kong.admin;

import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Handler;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finds the endpoint of a request, and gives answers the headers and manners of Kong. */
public final class AdminApi implements Handler {

  private static final Logger LOG = Logger.getLogger(AdminApi.class.getName());
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final String UNSUPPORTED_MEDIA =
      "<html>\r\n<head><title>415 Unsupported Media Type</title></head>\r\n<body>\r\n"
          + "<center><h1>415 Unsupported Media Type</h1></center>\r\n</body>\r\n</html>\r\n";

  private final List<Section> sections;
  private final boolean allowsCredentials;

  /**
   * An API of a node.
   *
   * @param allowsCredentials whether browsers may send them: the Status API does not say so
   */
  AdminApi(List<Section> sections, boolean allowsCredentials) {
    this.sections = List.copyOf(sections);
    this.allowsCredentials = allowsCredentials;
  }

  @Override
  public Response handle(Request request) {
    long start = System.nanoTime();
    Response response;
    try {
      response = respond(request);
    } catch (Refusal refusal) {
      response = Response.json(refusal.status(), refusal.body());
    } catch (RuntimeException e) {
      // only the first segment: the others may be credentials
      LOG.log(
          Level.SEVERE,
          "failed: " + request.method() + " " + request.path().stream().limit(1).toList(),
          e);
      response = Response.json(500, Refusal.plain(500, "An unexpected error occurred").body());
    }
    long latency = (System.nanoTime() - start) / 1_000_000;
    return (allowsCredentials
            ? response.with("Access-Control-Allow-Credentials", "true")
            : response)
        .with("Connection", "keep-alive")
        .with("Access-Control-Allow-Origin", "*")
        .with("X-Kong-Admin-Latency", String.valueOf(latency))
        .with("Server", "kong/3.9.1");
  }

  private Response respond(Request request) {
    Endpoint endpoint = find(request);
    if (request.method().equals("OPTIONS")) {
      return Response.empty(204)
          .with("Allow", endpoint.allowed())
          .with("Access-Control-Allow-Methods", endpoint.allowed())
          .with("Access-Control-Allow-Headers", "Content-Type");
    }
    if (WITH_BODY.contains(request.method()) && !Body.isReadable(request)) {
      return Response.text(415, "text/html; charset=UTF-8", UNSUPPORTED_MEDIA);
    }
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    Function<Request, Response> answer = endpoint.methods().get(method);
    if (answer == null) {
      throw Refusal.methodNotAllowed();
    }
    Response response = answer.apply(request);
    return isUnchanged(request, response) ? Response.empty(304) : response;
  }

  /** Kong has no entity tags, but the nginx below it takes {@code *} to match any answer. */
  private static boolean isUnchanged(Request request, Response response) {
    return response.status() == 200
        && Set.of("GET", "HEAD").contains(request.method())
        && request.header("If-None-Match").orElse("").equals("*");
  }

  private Endpoint find(Request request) {
    return sections.stream()
        .flatMap(section -> section.find(request.path()).stream())
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
