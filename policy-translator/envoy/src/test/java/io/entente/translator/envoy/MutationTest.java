package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.ConsumerAccess;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Timeout;
import io.entente.testkit.upstream.Ends;
import io.entente.testkit.upstream.ScriptedUpstream;
import io.entente.testkit.upstream.Unreachable;
import io.entente.translator.Translation;
import io.entente.translator.envoy.EnvoyProbes.Probe;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.DocumentMutations;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.GoldenCases;
import io.entente.translator.testkit.MadeApis;
import io.entente.translator.testkit.MutationContract;
import io.entente.translator.testkit.Policies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * Judged by a real Envoy, which has a listener for every wrong route and every wrong rule about
 * tokens. Rules about logs are judged where somebody takes them, in the native connector's {@code
 * TrafficLogMutationTest}.
 */
@Tag("long")
class MutationTest extends MutationContract {

  private static final Map<ObjectKey, List<String>> PARTS =
      Map.of(
          EnvoyNames.ROUTES, List.of(".typed_per_filter_config", ".metadata"),
          EnvoyNames.LISTENER, List.of(".providers", ".requirement_map"));

  @TempDir private static Path scratch;
  private static Path program;
  private static HttpServer upstream;
  private static ScriptedUpstream scripted;

  private static final int ROUNDS = 18;

  /** Rounds of kinds of the second tier. */
  private static final int LATER = LaterKinds.ROUNDS;

  private static final int AT_ONCE = 12;

  private Optional<PolicyKind> translated = Optional.empty();
  private int next;
  private int swarms;

  @BeforeAll
  static void start() throws IOException {
    program = EnvoyProgram.require();
    upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    upstream.createContext("/", MutationTest::answer);
    upstream.start();
    scripted = new ScriptedUpstream();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (upstream != null) {
      upstream.stop(0);
    }
    if (scripted != null) {
      scripted.close();
    }
  }

  @Override
  protected Policy any(Random random) {
    int round = next++;
    return Policies.enforcing(
        "p",
        round < ROUNDS
            ? EnvoyProbes.policy(round % EnvoyProbes.KINDS, random)
            : LaterKinds.of(round - ROUNDS, random));
  }

  @Override
  protected Set<String> kinds() {
    return Set.of(
        "rateLimit",
        "spikeArrest",
        "accessBlock",
        "requestSize",
        "correlationId",
        "ipFilter",
        "headerTransform",
        "cors",
        "jwt",
        "botDetection",
        "consumerAccess",
        "timeout",
        "retry",
        "circuitBreaker",
        "concurrencyLimit");
  }

  @Override
  protected int rounds() {
    return ROUNDS + LATER;
  }

  @Override
  protected int mostOfOne() {
    return 30;
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    PolicyKind kind = policies.get(0).spec().kind();
    translated = Optional.of(kind);
    int port = UpstreamExchanges.areOf(kind) ? scripted.port() : upstream.getAddress().getPort();
    var all = new ArrayList<>(policies);
    if (kind instanceof ConsumerAccess) {
      all.add(Policies.enforcing("beside", ConsumerAccessEffectTest.tokens()));
    }
    var api = MadeApis.of("orders", "127.0.0.1", port, MadeApis.route("all", "/"));
    return new EnvoyTranslator()
        .translate(
            CaseRequest.of(
                Requests.profile(1, Map.of("listener.port", "8080", "listener.trustedHops", "1")),
                List.of(api),
                all));
  }

  /** Of what the route and the listener say because of the policy. */
  @Override
  protected List<Mutant> mutants(NativeObject object, Translation translation, Random random) {
    PolicyKind kind = translated.orElseThrow();
    List<String> parts =
        UpstreamExchanges.areOf(kind)
            ? UpstreamExchanges.parts(kind, object.key())
            : kind instanceof ConsumerAccess
                ? List.of("entente.consumer_access")
                : PARTS.getOrDefault(object.key(), List.of());
    return parts.isEmpty()
        ? List.of()
        : DocumentMutations.of(judged(object), random).stream()
            .filter(mutant -> parts.stream().anyMatch(mutant.path()::contains))
            .toList();
  }

  /** Which headers a listener logs is judged elsewhere; with them, other fields would be drawn. */
  private static Node judged(NativeObject object) {
    return JsonTree.read(
        JsonTree.write(((Content.Tree) object.content()).root())
            .replace("\"additional_request_headers_to_log\":[\"traceparent\"],", ""),
        TreeLimits.VENDOR);
  }

  @Override
  protected Judge judge(Policy policy, Translation translation) {
    return new SwarmJudge(policy.spec().kind(), GoldenCases.documents(translation));
  }

  /** Asks all at once. */
  private final class SwarmJudge implements Judge {

    private final PolicyKind kind;
    private final Node documents;
    private final Map<Mutant, List<String>> met = new HashMap<>();
    private List<String> unchanged = List.of();

    SwarmJudge(PolicyKind kind, Node documents) {
      this.kind = kind;
      this.documents = documents;
    }

    @Override
    public void expect(List<Candidate> candidates) {
      var all = new ArrayList<Node>(List.of(documents, documents));
      candidates.forEach(
          candidate ->
              all.add(
                  ((Node.Obj) documents)
                      .with(candidate.key().toString(), candidate.mutant().document())));
      int many = all.size();
      try (var full = Unreachable.full()) {
        if (kind instanceof Timeout) {
          List.copyOf(all).forEach(one -> all.add(at(full.port(), one)));
        }
        Path folder = Files.createDirectory(scratch.resolve("swarm-" + swarms++));
        try (var envoys = new EnvoySwarm(program, folder, all)) {
          if (!envoys.listens(0)) {
            // one that cannot even be read takes the others along
            apart(candidates);
            return;
          }
          List<List<String>> seen = meetAll(envoys, many);
          unchanged = seen.get(0);
          if (!UpstreamExchanges.areOf(kind)) {
            // of what waits a busy machine may make something else for once
            assertThat(seen.get(1)).as("the same twice").isEqualTo(unchanged);
          }
          for (int i = 0; i < candidates.size(); i++) {
            met.put(candidates.get(i).mutant(), seen.get(i + 2));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    /** The same with an upstream on another port. */
    private static Node at(int port, Node documents) {
      return JsonTree.read(
          JsonTree.write(documents)
              .replace("\"port_value\":" + scripted.port(), "\"port_value\":" + port),
          TreeLimits.VENDOR);
    }

    private void apart(List<Candidate> candidates) {
      assertThat(candidates).as("the unchanged documents alone").isNotEmpty();
      if (candidates.size() == 1) {
        met.put(candidates.get(0).mutant(), List.of());
        return;
      }
      int half = candidates.size() / 2;
      expect(candidates.subList(0, half));
      expect(candidates.subList(half, candidates.size()));
    }

    private List<List<String>> meetAll(EnvoySwarm envoys, int many) throws InterruptedException {
      if (!UpstreamExchanges.areOf(kind)) {
        List<Probe> probes = EnvoyProbes.of(kind);
        return IntStream.range(0, many).mapToObj(i -> meet(envoys, i, probes)).toList();
      }
      ExecutorService several = Executors.newFixedThreadPool(AT_ONCE);
      if (kind instanceof ConcurrencyLimit) {
        scripted.hold();
      }
      try {
        var waiting = new ArrayList<Future<List<String>>>();
        for (int i = 0; i < many; i++) {
          int which = i;
          waiting.add(several.submit(() -> ended(envoys, which, which + many)));
        }
        var seen = new ArrayList<List<String>>();
        for (Future<List<String>> each : waiting) {
          seen.add(each.get());
        }
        return seen;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      } finally {
        scripted.release();
        several.shutdownNow();
      }
    }

    /**
     * @param full which of them has no connection to its upstream
     */
    private List<String> ended(EnvoySwarm envoys, int which, int full) throws InterruptedException {
      return envoys.listens(which)
          ? UpstreamExchanges.met(
              kind,
              new Ends(scripted, envoys.address(which, "/orders")),
              new Ends(scripted, envoys.address(full, "/orders")))
          : List.of();
    }

    private List<String> meet(EnvoySwarm envoys, int which, List<Probe> probes) {
      return envoys.listens(which)
          ? probes.stream().map(probe -> MutationTest.meet(envoys, which, probe)).toList()
          : List.of();
    }

    @Override
    public Outcome of(ObjectKey key, Mutant mutant) {
      List<String> found = met.getOrDefault(mutant, List.of());
      return found.equals(unchanged)
          ? Unseen.why(mutant).orElseGet(() -> new Outcome(Fate.SURVIVED, UNEXPLAINED))
          : new Outcome(
              Fate.CAUGHT,
              found.stream().allMatch(text -> text.startsWith("404")) ? "refused" : "exchange");
    }
  }

  private static String meet(EnvoySwarm envoys, int which, Probe probe) {
    var request =
        envoys
            .request(which, "/orders" + probe.query())
            .method(probe.method(), body(probe))
            .header("x-forwarded-for", probe.from());
    for (int i = 0; i < probe.headers().size(); i += 2) {
      request.header(probe.headers().get(i), probe.headers().get(i + 1));
    }
    HttpResponse<String> answer = envoys.call(request.build());
    var headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeAll(Set.of("date", "x-envoy-upstream-service-time", "content-length"));
    return (answer.statusCode() + " " + headers + " " + answer.body())
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "uuid")
        .replaceAll("eyJ[\\w.-]+", "token")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "here");
  }

  private static BodyPublisher body(Probe probe) {
    String text = "a".repeat(probe.bytes());
    if (probe.chunked()) {
      return BodyPublishers.ofInputStream(
          () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
    return text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    boolean full = exchange.getRequestHeaders().containsKey("x-full");
    if (full) {
      for (String name :
          List.of("x-a", "x-b", "x-c", "x-id-0", "x-id-1", "x-id-2", "content-type")) {
        exchange.getResponseHeaders().add(name, "of the upstream");
      }
      exchange.getResponseHeaders().add("access-control-allow-origin", "https://evil.test");
      exchange.getResponseHeaders().add("access-control-allow-credentials", "true");
      exchange.getResponseHeaders().add("access-control-expose-headers", "x-upstream");
    }
    byte[] body =
        new TreeMap<>(exchange.getRequestHeaders()).toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
