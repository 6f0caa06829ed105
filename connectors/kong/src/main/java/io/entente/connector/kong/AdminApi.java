package io.entente.connector.kong;

import io.entente.connector.kong.admin.ApiClient;
import io.entente.connector.kong.admin.ApiException;
import io.entente.connector.kong.admin.api.DeclarativeApi;
import io.entente.connector.kong.admin.api.EntitiesApi;
import io.entente.connector.kong.admin.api.NodeApi;
import io.entente.connector.spi.Secrets;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.ProblemException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The generated client behind one gate: how many calls at once, how many a second, what is tried
 * again. A read is tried again when pushed back or broken off; a write only when it was pushed back
 * with 429, which says that it did not land. Safe between threads.
 */
final class AdminApi {

  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Gate gate;
  private final EntitiesApi entities;
  private final NodeApi node;
  private final DeclarativeApi declarative;
  private final NodeApi status;
  private final AdminHeader header;

  /** One call of the generated client. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws ApiException;
  }

  AdminApi(KongConfig config, Secrets secrets) {
    this.gate = new Gate(config.maxParallel(), config.maxRequestsPerSecond());
    var http = new BoundedHttpClient(config.timeout());
    this.header = new AdminHeader(config.credential(), secrets);
    var client = new Client(http, config.admin());
    client.setRequestInterceptor(header::put);
    this.entities = new EntitiesApi(client);
    this.node = new NodeApi(client);
    this.declarative = new DeclarativeApi(client);
    // The token is for the Admin API alone: a Status API asks for none and must not learn it.
    this.status = config.status().map(uri -> new NodeApi(new Client(http, uri))).orElse(this.node);
  }

  /** Answers {@code /status} on the Status API, or on the Admin API where there is none. */
  NodeApi status() {
    return status;
  }

  EntitiesApi entities() {
    return entities;
  }

  NodeApi node() {
    return node;
  }

  DeclarativeApi declarative() {
    return declarative;
  }

  /** Runs a call that changes nothing. */
  <T> T read(String what, Call<T> call) throws AdminFailure {
    return run(what, call, false);
  }

  /** Runs a call that may change something. */
  <T> T write(String what, Call<T> call) throws AdminFailure {
    return run(what, call, true);
  }

  private <T> T run(String what, Call<T> call, boolean write) throws AdminFailure {
    for (int attempt = 1; ; attempt++) {
      boolean sent = false;
      try {
        long begunAt = gate.enter();
        sent = true;
        try {
          T answer = call.run();
          gate.succeeded();
          return answer;
        } catch (ApiException e) {
          var failure = ended(what, e, begunAt);
          boolean again =
              attempt < ATTEMPTS
                  && (pushedBack(e) ? e.getCode() == 429 || !write : !write && broken(e));
          if (!again) {
            throw failure;
          }
          TimeUnit.NANOSECONDS.sleep(pause(e, attempt).toNanos());
        } catch (ProblemException e) {
          gate.ended();
          throw new AdminFailure(0, FailureClass.FIX_CONFIG, e.problems().get(0), false);
        } catch (RuntimeException | Error e) {
          gate.ended();
          throw e;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Failures.interrupted(what, write && sent);
      }
    }
  }

  private AdminFailure ended(String what, ApiException e, long begunAt)
      throws InterruptedException {
    if (pushedBack(e) || broken(e)) {
      gate.pushedBack(begunAt, retryAfter(e).orElse(Duration.ZERO));
    } else {
      gate.ended();
    }
    if (e.getCause() instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    var failure = Failures.of(what, e, header::hidden);
    if (e.getCode() == 401) {
      header.rejected();
    }
    return failure;
  }

  private static boolean pushedBack(ApiException e) {
    return e.getCode() == 429 || e.getCode() >= 500;
  }

  private static boolean broken(ApiException e) {
    return e.getCode() == 0 && !(e.getCause() instanceof LimitedBody.TooLong);
  }

  private static Duration pause(ApiException e, int attempt) {
    long doubled = FIRST_PAUSE.toNanos() << (attempt - 1);
    var own = Duration.ofNanos(ThreadLocalRandom.current().nextLong(doubled / 2, doubled + 1));
    return retryAfter(e).filter(asked -> asked.compareTo(own) > 0).orElse(own);
  }

  /** What the gateway asks for, up to a bound; only the form in seconds is used by Kong. */
  private static Optional<Duration> retryAfter(ApiException e) {
    return Optional.ofNullable(e.getResponseHeaders())
        .flatMap((HttpHeaders headers) -> headers.firstValue("Retry-After"))
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .map(asked -> asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
  }

  /** Hands our bounded client to the generated one. */
  private static final class Client extends ApiClient {

    private final HttpClient bounded;

    Client(HttpClient bounded, URI base) {
      this.bounded = bounded;
      String text = base.toString();
      updateBaseUri(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      setObjectMapper(NodeModule.mapper());
    }

    @Override
    public HttpClient getHttpClient() {
      return bounded;
    }
  }
}
