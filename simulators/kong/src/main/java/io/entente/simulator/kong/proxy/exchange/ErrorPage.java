package io.entente.simulator.kong.proxy.exchange;

import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bodies of errors the gateway answers itself. */
public final class ErrorPage {

  /** Statuses nginx replaces by an error page when they have no body. */
  private static final Set<Integer> HANDLED =
      Set.of(400, 404, 408, 411, 412, 413, 414, 417, 494, 500, 502, 503, 504);

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private static final Map<Integer, String> MESSAGES =
      Map.ofEntries(
          Map.entry(400, "Bad request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not found"),
          Map.entry(408, "Request timeout"),
          Map.entry(411, "Length required"),
          Map.entry(412, "Precondition failed"),
          Map.entry(413, "Payload too large"),
          Map.entry(414, "URI too long"),
          Map.entry(417, "Expectation failed"),
          Map.entry(494, "Request header or cookie too large"),
          Map.entry(500, "An unexpected error occurred"),
          Map.entry(502, "An invalid response was received from the upstream server"),
          Map.entry(503, "The upstream server is currently unavailable"),
          Map.entry(504, "The upstream server is timing out"));

  private ErrorPage() {}

  /** An error of the gateway or a plugin: the type follows Accept. */
  public static Answer negotiated(
      int status, String message, Headers headers, Headers request, String requestId) {
    return page(status, message, headers, Negotiation.accept(request.first("accept")), requestId);
  }

  /** An error of nginx: Accept, else Content-Type, else plain text. */
  public static Answer ofNginx(int status, Headers request, String requestId) {
    Optional<String> asked = request.first("accept").or(() -> request.first("content-type"));
    String type = asked.map(Negotiation::typeOf).orElse(Negotiation.PLAIN);
    return page(status, message(status), new Headers(), type, requestId);
  }

  /** The answer with a body: where a plugin gave none, nginx may have a page for the status. */
  public static Answer fill(Answer answer, Headers request, String requestId) {
    if (answer.body().isPresent()) {
      return answer;
    }
    int status = answer.status();
    if (HANDLED.contains(status)) {
      Answer page = ofNginx(status, request, requestId);
      return new Answer(status, page.headers().copy().addAll(answer.headers()), page.body());
    }
    if (REDIRECTS.contains(status)) {
      Headers headers = Headers.of("Content-Type", "text/html").addAll(answer.headers());
      return new Answer(status, headers, Optional.of(Wire.bytes(redirect(status))));
    }
    return answer;
  }

  private static String message(int status) {
    return MESSAGES.getOrDefault(status, "The upstream server responded with " + status);
  }

  /** The page nginx has for a redirect. */
  private static String redirect(int status) {
    String title =
        status
            + " "
            + switch (status) {
              case 301 -> "Moved Permanently";
              case 302 -> "Found";
              case 303 -> "See Other";
              case 307 -> "Temporary Redirect";
              default -> "Permanent Redirect";
            };
    return "<html>\r\n<head><title>%s</title></head>\r\n<body>\r\n<center><h1>%s</h1></center>\r\n</body>\r\n</html>\r\n"
        .formatted(title, title);
  }

  private static Answer page(
      int status, String message, Headers headers, String type, String requestId) {
    // The message is not escaped: that is what the gateway does.
    String body =
        switch (type) {
          case Negotiation.HTML -> html(message, requestId);
          case Negotiation.PLAIN -> message + "\nrequest_id: " + requestId + "\n";
          case Negotiation.XML ->
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<error>\n  <message>%s</message>\n  <requestid>%s</requestid>\n</error>\n"
                  .formatted(message, requestId);
          case Negotiation.GRPC -> "";
          default ->
              "{\n  \"message\":\"%s\",\n  \"request_id\":\"%s\"\n}".formatted(message, requestId);
        };
    String sent = type.toLowerCase(Locale.ROOT).equals(Negotiation.GRPC) ? "" : type;
    Headers all = Headers.of("Content-Type", sent).addAll(headers);
    return new Answer(status, all, Optional.of(Wire.bytes(body)));
  }

  private static String html(String message, String requestId) {
    return """
        <!doctype html>
        <html>
          <head>
            <meta charset="utf-8">
            <title>Error</title>
          </head>
          <body>
            <h1>Error</h1>
            <p>%s.</p>
            <p>request_id: %s</p>
          </body>
        </html>
        """
        .formatted(message, requestId);
  }
}
