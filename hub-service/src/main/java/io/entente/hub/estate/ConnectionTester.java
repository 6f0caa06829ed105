package io.entente.hub.estate;

import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.hub.estate.ConnectionTest.Found;
import io.entente.hub.estate.ConnectionTest.State;
import io.entente.hub.outbound.OutboundGuard;
import io.entente.model.estate.Vendor;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries whether a gateway can be reached as a document says, by the road that a read goes. Keeps
 * nothing but the audit record. Blocks, never longer than the limit of time.
 */
@ApplicationScoped
public class ConnectionTester {
  private final Estate estate;
  private final Connectors connectors;
  private final OutboundGuard guard;
  private final EnvoyJoining joining;
  private final Audit audit;
  private final Duration limit;
  private final ExecutorService threads;

  public ConnectionTester(
      Estate estate,
      Connectors connectors,
      OutboundGuard guard,
      EnvoyJoining joining,
      Audit audit,
      ConnectionTestConfig config) {
    this.estate = estate;
    this.connectors = connectors;
    this.guard = guard;
    this.joining = joining;
    this.audit = audit;
    this.limit = config.timeLimit();
    // No queue: a test that cannot begin now is refused, and one that hangs keeps its place.
    this.threads =
        new ThreadPoolExecutor(
            0,
            config.atOnce(),
            30,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
              var thread = new Thread(task, "connection-test");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Tests the one Gateway document of the request.
   *
   * @throws ProblemException what is wrong with document or credential, or CONNECTION_TEST_BUSY
   */
  public ConnectionTest test(ConnectionTestRequest request, String actor) {
    GatewayDocument gateway = document(request.document());
    CalledWith with = calledWith(gateway, request.credential());
    Optional<CheckedCredential> credential =
        request.credential().map(text -> CheckedCredential.of(gateway, bytes(text)));
    audit.record(
        new AuditEntry(
            actor,
            "gateway.test",
            "gateway/" + gateway.gateway().id(),
            Node.obj(
                Map.of(
                    "vendor", Node.text(gateway.gateway().vendor().label()),
                    "address", Node.text(CheckedCredential.place(gateway)),
                    "credential",
                        Node.text(with.getClass().getSimpleName().toLowerCase(Locale.ROOT))))));
    if (gateway.gateway().vendor() == Vendor.ENVOY) {
      return joining.of(gateway);
    }
    var trial =
        new ConnectionTrial(
            gateway,
            credential,
            guard,
            () -> connectors.openOnce(gateway, with).orElseThrow(),
            connectors.firstKinds(gateway));
    return answer(gateway, trial, run(trial));
  }

  private long run(ConnectionTrial trial) {
    long began = System.nanoTime();
    try {
      var running = threads.submit(trial);
      try {
        running.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        trial.fail(tooLong());
        running.cancel(true);
      } catch (InterruptedException e) {
        trial.fail(tooLong());
        running.cancel(true);
        Thread.currentThread().interrupt();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a test of a connection broke off", e.getCause());
      }
    } catch (RejectedExecutionException e) {
      throw new ProblemException(
          Problem.user(
              "CONNECTION_TEST_BUSY",
              "As many connections as the hub tests at once are being tested.",
              "",
              "Try again in a few seconds."));
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }

  private static ConnectionTest answer(
      GatewayDocument gateway, ConnectionTrial trial, long tookMillis) {
    var steps = trial.steps();
    return new ConnectionTest(
        gateway.gateway().id().value(),
        gateway.gateway().vendor().label(),
        steps.stream().allMatch(step -> step.state() == State.OK),
        steps,
        trial.profile().map(Found::of),
        trial.profile().map(found -> ConnectionLimits.of(gateway, found)).orElse(List.of()),
        List.of(),
        tookMillis);
  }

  private GatewayDocument document(String text) {
    List<Node> documents = DocumentText.read(bytes(text));
    if (documents.size() != 1) {
      throw new ProblemException(
          Problem.user(
              "CONNECTION_TEST_ONE",
              "A test takes one document, not " + documents.size() + ".",
              "document",
              "Send the Gateway document alone."));
    }
    return GatewayDocuments.read(documents.get(0), 1, estate.tenant());
  }

  /** What is stored is sent only where it was stored for: a test must not lead it elsewhere. */
  private CalledWith calledWith(GatewayDocument gateway, Optional<String> given) {
    if (given.isPresent()) {
      return new CalledWith.Given(given.get());
    }
    return estate
        .gateway(gateway.gateway().id())
        .filter(stored -> stored.settings().equals(gateway.settings()))
        .<CalledWith>map(stored -> new CalledWith.Stored())
        .orElseGet(CalledWith.Nothing::new);
  }

  private Problem tooLong() {
    return Problem.vendor(
        "CONNECTION_TEST_TIMEOUT",
        "No complete answer within " + limit.toSeconds() + " s.",
        "spec.connection",
        "Look whether the address is right and a firewall lets the hub through.");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
