package io.entente.connector.apigee;

import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one step at a time write to an organisation, or to the hooks of an environment, of all
 * gateways of this process: revisions are numbered and pruned for the whole organisation.
 */
final class WriteLock {

  private static final Map<String, ReentrantLock> SHARED = new ConcurrentHashMap<>();

  private final ReentrantLock lock;
  private final String what;
  private final Duration longest;

  private WriteLock(String what, Duration longest) {
    this.lock = SHARED.computeIfAbsent(what, key -> new ReentrantLock(true));
    this.what = what;
    this.longest = longest;
  }

  static WriteLock ofOrganization(ApigeeConfig config, Duration longest) {
    return new WriteLock(config.endpoint() + " organizations/" + config.organization(), longest);
  }

  static WriteLock ofEnvironment(ApigeeConfig config, Duration longest) {
    return new WriteLock(
        config.endpoint()
            + " organizations/"
            + config.organization()
            + "/environments/"
            + config.environment(),
        longest);
  }

  /** Whoever takes it gives it back with {@link #release}. */
  void take() throws ApigeeFailure {
    try {
      if (lock.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted("Waiting for " + what, false);
    }
    throw ApigeeFailure.unsent(
        FailureClass.TRANSIENT,
        Problem.internal(
            ApigeeErrorCode.BUSY,
            "Another gateway of this hub has been writing to " + what + " for " + longest,
            "Try again."));
  }

  void release() {
    lock.unlock();
  }
}
