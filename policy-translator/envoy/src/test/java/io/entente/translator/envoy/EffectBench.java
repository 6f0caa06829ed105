package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.GoldenCases;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Policies on the routes of one API {@code t}, translated and in force on a real Envoy, and the
 * same policies for the engine. The upstream answers 200 with what it got, one header a line, and
 * with a header {@code x-up}.
 */
final class EffectBench implements AutoCloseable {

  static {
    // Else every answer waits for a delayed acknowledgement of 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer upstream;
  private final TranslationRequest request;
  private final RunningEnvoy envoy;

  /**
   * @param routes names of routes; each takes the paths below its name
   * @param policies documents that come after the API's
   */
  EffectBench(Path scratch, List<String> routes, String policies) throws IOException {
    this(scratch, routes, policies, "");
  }

  /**
   * @param settings more of the gateway, each after a comma
   */
  EffectBench(Path scratch, List<String> routes, String policies, String settings)
      throws IOException {
    Path program = EnvoyProgram.require();
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext("/", EffectBench::answer);
    upstream.start();
    var documents =
        new StringBuilder(PROFILE_AND_API.formatted(settings, upstream.getAddress().getPort()));
    routes.forEach(
        name -> documents.append("    - {name: %s, path: {prefix: /%s}}\n".formatted(name, name)));
    request = Requests.read(documents + policies);
    var translation = new EnvoyTranslator().translate(request);
    assertThat(translation.refusals()).isEmpty();
    envoy = new RunningEnvoy(program, GoldenCases.documents(translation), scratch);
  }

  private static final String PROFILE_AND_API =
      """
      apiVersion: entente.io/v1alpha1
      kind: Profile
      nodes: 1
      settings: {listener.port: "8080", listener.trustedHops: "1"%s}
      ---
      apiVersion: entente.io/v1alpha1
      kind: Api
      metadata: {name: t}
      spec:
        gateways: [edge]
        hosts: ["*"]
        upstream: {endpoints: [{host: 127.0.0.1, port: %d}], connectTimeout: 5s}
        routes:
      """;

  static String policy(String name, String route, String kind) {
    return """
        ---
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %s}
        spec:
          targetRefs: [{kind: Route, name: t/%s}]
          %s
        """
        .formatted(name, route, kind);
  }

  RunningEnvoy envoy() {
    return envoy;
  }

  List<EffectivePolicy> policies(String route) {
    return request.effective(target(route));
  }

  /** What the engine is to judge. */
  Exchange exchange(String route, String method, long bytes, String address, List<String> headers) {
    var values = new TreeMap<String, List<String>>();
    for (int i = 0; i < headers.size(); i += 2) {
      values
          .computeIfAbsent(headers.get(i).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(headers.get(i + 1));
    }
    return new Exchange(
        target(route),
        method,
        "/" + route,
        Headers.of(values),
        bytes,
        Optional.of(address),
        Optional.empty());
  }

  /** The values of a header that the upstream got, from what it answered. */
  static List<String> seen(String answer, String header) {
    return answer
        .lines()
        .filter(line -> line.startsWith(header + ": "))
        .map(line -> line.substring(header.length() + 2))
        .toList();
  }

  private static RouteTarget target(String route) {
    return new RouteTarget(CaseRequest.GATEWAY, new ApiName("t"), new RouteName(route));
  }

  private static void answer(HttpExchange exchange) throws IOException {
    int bytes = exchange.getRequestBody().readAllBytes().length;
    var seen = new StringBuilder("bytes: " + bytes + "\n");
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      header
          .getValue()
          .forEach(
              value ->
                  seen.append(header.getKey().toLowerCase(Locale.ROOT))
                      .append(": ")
                      .append(value)
                      .append('\n'));
    }
    byte[] body = seen.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().put("x-up", List.of("upstream"));
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() throws InterruptedException {
    envoy.close();
    upstream.stop(0);
  }
}
