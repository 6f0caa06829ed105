package io.entente.testkit.upstream;

import io.entente.engine.upstream.Doing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How exchanges through a gateway end, as text that is the same each time: the status, and how
 * often the upstream was asked.
 */
public final class Ends {

  /** Of rules that end what takes long. */
  public static final Duration SHORT = Duration.ofMillis(500);

  /** More than five times as long. */
  private static final Duration SLOW = SHORT.multipliedBy(5).plusMillis(100);

  /** Longer than all that ends because of a short time. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Doing WELL = Doing.Answers.after(Duration.ZERO, 200);
  private static final Doing SILENT = new Doing.Mute(Duration.ZERO, Optional.empty(), false);
  private static final Doing BREAKS =
      new Doing.Mute(Duration.ZERO, Optional.of(Duration.ZERO), false);
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final ScriptedUpstream upstream;
  private final URI address;

  public Ends(ScriptedUpstream upstream, URI address) {
    this.upstream = upstream;
    this.address = address;
  }

  /** One that is answered at once. */
  public String of(int status) {
    return of("GET", List.of(Doing.Answers.after(Duration.ZERO, status)));
  }

  /** One that is never answered. */
  public String ofSilence() {
    return of("GET", List.of(SILENT));
  }

  /** Upstreams that are silent, slow or break off or answer these, all at once. */
  public List<String> ofTroubles(List<Integer> statuses) {
    var scripts =
        new ArrayList<List<Doing>>(
            List.of(
                List.of(WELL),
                List.of(SILENT, WELL),
                List.of(SILENT),
                List.of(Doing.Answers.after(SLOW, 200)),
                List.of(
                    new Doing.Answers(
                        Duration.ZERO, Duration.ZERO, 200, List.of(SLOW, Duration.ZERO), false)),
                List.of(
                    new Doing.Answers(
                        Duration.ZERO, Duration.ZERO, 200, List.of(Duration.ZERO), true))));
    for (int times = 1; times < 12; times++) {
      var script = new ArrayList<Doing>(Collections.nCopies(times, BREAKS));
      script.add(WELL);
      scripts.add(script);
    }
    statuses.forEach(
        status -> scripts.add(List.of(Doing.Answers.after(Duration.ZERO, status), WELL)));
    var waiting = new ArrayList<CompletableFuture<String>>();
    for (List<Doing> script : scripts) {
      for (String method : List.of("GET", "PUT", "POST")) {
        waiting.add(end(method, script));
      }
    }
    return waiting.stream().map(CompletableFuture::join).toList();
  }

  /**
   * So many one after the other while no answer begins: how many the upstream got, and how the
   * others ended.
   */
  public String ofHeld(int many) throws InterruptedException {
    String name = name(List.of(WELL));
    var waiting = new ArrayList<CompletableFuture<String>>();
    long begun = System.nanoTime();
    for (int i = 1; i <= many; i++) {
      waiting.add(asked("GET", name));
      while (upstream.attempts(name) + done(waiting) < i
          && System.nanoTime() - begun < PATIENCE.toNanos() / 2) {
        Thread.sleep(5);
      }
    }
    return upstream.attempts(name)
        + " under way, others "
        + waiting.stream()
            .filter(CompletableFuture::isDone)
            .map(CompletableFuture::join)
            .distinct()
            .toList();
  }

  private static long done(List<CompletableFuture<String>> waiting) {
    return waiting.stream().filter(CompletableFuture::isDone).count();
  }

  private String of(String method, List<Doing> script) {
    return end(method, script).join();
  }

  private CompletableFuture<String> end(String method, List<Doing> script) {
    String name = name(script);
    return asked(method, name).thenApply(end -> end + " after " + upstream.attempts(name));
  }

  private String name(List<Doing> script) {
    String name = "end-" + NAMES.incrementAndGet();
    upstream.script(name, script);
    return name;
  }

  private CompletableFuture<String> asked(String method, String name) {
    return HTTP.sendAsync(
            HttpRequest.newBuilder(address)
                .method(method, BodyPublishers.noBody())
                .header("x-case", name)
                .timeout(PATIENCE)
                .build(),
            BodyHandlers.ofString())
        .thenApply(answer -> Integer.toString(answer.statusCode()))
        .exceptionally(e -> "no whole answer");
  }
}
