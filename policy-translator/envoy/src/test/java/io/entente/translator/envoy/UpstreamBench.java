package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.upstream.Doing;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.testkit.upstream.ScriptedUpstream;
import io.entente.testkit.upstream.Seen;
import io.entente.testkit.upstream.Unreachable;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.GoldenCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real Envoy before an upstream that plays scripts, one that is not there and one that is full.
 */
final class UpstreamBench implements AutoCloseable {

  static final List<String> ROUTES =
      List.of("whole", "silent", "both", "again", "tried", "careful");

  // they mostly wait
  private final ExecutorService callers = Executors.newFixedThreadPool(24);
  private final List<AutoCloseable> open = new ArrayList<>();
  private final ScriptedUpstream upstream;
  private final TranslationRequest request;
  private final RunningEnvoy envoy;

  UpstreamBench(Path scratch) throws Exception {
    Path program = EnvoyProgram.require();
    upstream = new ScriptedUpstream();
    String documents =
        """
        apiVersion: entente.io/v1alpha1
        kind: Profile
        nodes: 1
        settings: {listener.port: "8080"}
        """
            + api("t", "{host: 127.0.0.1, port: " + upstream.port() + "}", ROUTES)
            + api(
                "u",
                "{host: 127.0.0.1, port: " + upstream.port() + "}",
                List.of("sick", "few", "plain", "other"))
            + api(
                "gone",
                "{host: 127.0.0.1, port: " + port(Unreachable.closed()) + "}",
                List.of("gone"))
            + api(
                "full",
                "{host: 127.0.0.1, port: " + port(Unreachable.full()) + "}",
                List.of("full"))
            + api(
                "pair",
                "{host: 127.0.0.1, port: %d}, {host: 127.0.0.1, port: %d}"
                    .formatted(port(Unreachable.closed()), upstream.port()),
                List.of("pair"))
            + policy("whole", "whole", "timeout: {request: 800ms}")
            + policy("silent", "silent", "timeout: {idle: 500ms}")
            + policy("both", "both", "timeout: {request: 800ms, idle: 500ms}")
            + policy("again", "again", "retry: {attempts: 2, on: [reset], statuses: [503]}")
            + policy("again-t", "again", "timeout: {request: 800ms}")
            + policy(
                "tried",
                "tried",
                "retry: {attempts: 2, on: [reset], perTryTimeout: 300ms, backoff: 20ms, methods:"
                    + " [GET]}")
            + policy("tried-t", "tried", "timeout: {request: 800ms, idle: 500ms}")
            + policy("careful", "careful", "retry: {attempts: 2}")
            + policy("careful-t", "careful", "timeout: {request: 800ms}")
            + on("sick", "u/sick", "circuitBreaker: {consecutiveFailures: 3, openFor: 1s}")
            + on("few", "u/few", "concurrencyLimit: {requests: 3}")
            + on("gone", "gone/gone", "retry: {attempts: 2, methods: [GET]}")
            + on("full", "full/full", "timeout: {connect: 300ms}")
            + on("pair", "pair/pair", "retry: {attempts: 1}");
    request = Requests.read(documents);
    var translation = new EnvoyTranslator().translate(request);
    assertThat(translation.refusals()).isEmpty();
    envoy = new RunningEnvoy(program, GoldenCases.documents(translation), scratch);
    upstream.script("first", List.of(Doing.Answers.after(Duration.ZERO, 200)));
    assertThat(call("GET", "/plain", "first").status()).isEqualTo(200);
  }

  RunningEnvoy envoy() {
    return envoy;
  }

  ScriptedUpstream upstream() {
    return upstream;
  }

  ExecutorService callers() {
    return callers;
  }

  Seen call(String method, String path, String script) throws IOException, InterruptedException {
    return Seen.of(envoy.port(), method, path, script);
  }

  List<EffectivePolicy> policies(String api, String route) {
    return request.effective(
        new RouteTarget(CaseRequest.GATEWAY, new ApiName(api), new RouteName(route)));
  }

  @Override
  public void close() throws Exception {
    callers.shutdownNow();
    envoy.close();
    upstream.close();
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private int port(Unreachable unreachable) {
    open.add(unreachable);
    return unreachable.port();
  }

  private static String on(String name, String route, String kind) {
    return policy(name, "x", kind).replace("t/x", route);
  }

  private static String api(String name, String endpoints, List<String> routes) {
    var api =
        new StringBuilder(
            """
            ---
            apiVersion: entente.io/v1alpha1
            kind: Api
            metadata: {name: %s}
            spec:
              gateways: [edge]
              hosts: ["*"]
              upstream: {endpoints: [%s], connectTimeout: 5s}
              routes:
            """
                .formatted(name, endpoints));
    routes.forEach(
        route -> api.append("    - {name: %s, path: {prefix: /%s}}\n".formatted(route, route)));
    return api.toString();
  }
}
