package io.entente.connector.apigee;

import io.entente.connector.spi.Secrets;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The management API behind one gate: how many calls a second, what is tried again. A read is tried
 * again when pushed back or broken off; a write only when it is repeatable and the answer was 429
 * or 503, never when no answer came. An import is not repeatable: it is sent once. Safe between
 * threads.
 */
final class ManagementApi {

  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final GoogleTransport transport;
  private final TokenBucket bucket;

  ManagementApi(ApigeeConfig config, Secrets secrets) {
    this.transport =
        new GoogleTransport(
            config.endpoint(),
            new CredentialSource(config.credential(), secrets),
            config.timeout());
    this.bucket =
        TokenBucket.of(config.endpoint(), config.organization(), config.requestsPerSecond());
  }

  /** The answer as a tree; an empty object where there is no body. */
  Node json(Call call) throws ApigeeFailure {
    String text = send(call).text();
    if (text.isBlank()) {
      return Node.obj();
    }
    try {
      return JsonTree.read(text, TreeLimits.VENDOR);
    } catch (ProblemException e) {
      throw Failures.strange(call.what(), "no JSON that is complete and valid");
    }
  }

  /** The answer as it is. */
  byte[] bytes(Call call) throws ApigeeFailure {
    return send(call).body();
  }

  private GoogleTransport.Answer send(Call call) throws ApigeeFailure {
    for (int attempt = 1; ; attempt++) {
      ApigeeFailure failure;
      var asked = Duration.ZERO;
      boolean sent = false;
      try {
        bucket.take();
        sent = true;
        var answer = transport.send(call);
        if (answer.success()) {
          return answer;
        }
        failure = Failures.answered(call.what(), answer.status(), answer.text());
        asked = answer.retryAfter().orElse(Duration.ZERO);
      } catch (ApigeeFailure e) {
        failure = e;
      } catch (InterruptedException e) {
        throw interrupted(call, sent);
      }
      if (attempt == ATTEMPTS || !again(call, failure)) {
        throw failure;
      }
      pause(call, failure, attempt, asked);
    }
  }

  private static boolean again(Call call, ApigeeFailure failure) {
    int status = failure.status();
    boolean pushedBack = status == 429 || status == 503;
    boolean broken = status >= 500 || (status == 0 && lost(failure));
    return (call.repeatable() && pushedBack) || (call.reads() && broken);
  }

  private static boolean lost(ApigeeFailure failure) {
    String code = failure.problem().code();
    return code.equals(ApigeeErrorCode.UNREACHABLE) || code.equals(ApigeeErrorCode.TIMEOUT);
  }

  private void pause(Call call, ApigeeFailure failure, int attempt, Duration asked)
      throws ApigeeFailure {
    long doubled = FIRST_PAUSE.toNanos() << (attempt - 1);
    var own = Duration.ofNanos(ThreadLocalRandom.current().nextLong(doubled / 2, doubled + 1));
    var wait = asked.compareTo(own) > 0 ? asked : own;
    if (wait.compareTo(LONGEST_PAUSE) > 0) {
      wait = LONGEST_PAUSE;
    }
    if (failure.status() == 429) {
      bucket.hold(wait);
    }
    try {
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    } catch (InterruptedException e) {
      throw interrupted(call, !call.reads());
    }
  }

  private static ApigeeFailure interrupted(Call call, boolean sent) {
    Thread.currentThread().interrupt();
    return Failures.interrupted(call.what(), sent && !call.reads());
  }
}
