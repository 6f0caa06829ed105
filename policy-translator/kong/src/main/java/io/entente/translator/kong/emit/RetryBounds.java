package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import io.entente.translator.kong.emit.UpstreamEmitter.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How far the retries of a service are from those of a {@code retry}. Kong sends a request again
 * after a refused connection whatever its method, after a broken or late one only where nginx takes
 * the method for idempotent, never after an answer, and at once.
 */
public final class RetryBounds {

  /** Methods of requests that Kong sends again once they reached an upstream. */
  public static final List<String> SENT_AGAIN =
      List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

  private static final Set<String> NEVER_AGAIN = Set.of("POST", "PATCH", "LOCK");

  private RetryBounds() {}

  static void judge(FieldLedger ledger, Retry rule, Times times) {
    var stated = new Stated(ledger.policy().id());
    var evidence = Evidence.SENT_AGAIN.grade();
    boolean reset = rule.on().contains(On.RESET);
    var attempts = new ArrayList<Deviation>();
    attempts.add(
        stated.looser(
            "other-methods-again",
            "requests of other methods than the %d named are sent again too, up to %d times: all after a refused connection, all but POST, PATCH and LOCK after a broken or late one"
                .formatted(rule.methods().size(), rule.attempts()),
            "None in Kong; let the upstream treat what comes twice as once."));
    if (!reset) {
      attempts.add(
          stated.looser(
              "broken-ones-again",
              "up to %d times after a broken or late attempt too, not only after one without connection"
                  .formatted(rule.attempts()),
              "None in Kong: retries has no conditions."));
    }
    attempts.add(
        stated.different(
            "status-502",
            "1 status differs: 502, not 503, where the last attempt found no connection or a broken one",
            "None needed: both say that the upstream is not there."));
    ledger.emitted("attempts", evidence, attempts);
    for (int i = 0; i < rule.on().size(); i++) {
      ledger.emitted("on[" + i + "]", evidence);
    }
    for (int i = 0; i < rule.statuses().size(); i++) {
      ledger.unsupported(
          "statuses[" + i + "]",
          evidence,
          stated.stricter(
              "answers-final",
              "0 of %d times: an answer %d goes to the caller as it is"
                  .formatted(rule.attempts(), rule.statuses().get(i)),
              "Leave statuses out for this gateway."));
    }
    for (int i = 0; i < rule.methods().size(); i++) {
      String method = rule.methods().get(i);
      if (reset && NEVER_AGAIN.contains(method)) {
        ledger.unsupported(
            "methods[" + i + "]",
            evidence,
            stated.stricter(
                "never-again",
                "0 of %d times: Kong does not send a %s again that reached the upstream"
                    .formatted(rule.attempts(), method),
                "Take " + method + " out of methods, or reset out of on."));
      } else {
        ledger.emitted("methods[" + i + "]", evidence);
      }
    }
    if (rule.perTryTimeout().isPresent()) {
      ledger.emitted("perTryTimeout", evidence, List.of(silence(stated, times)));
    } else {
      ledger.withoutMeaning("perTryTimeout");
    }
    if (rule.backoff().isPresent()) {
      ledger.unsupported(
          "backoff",
          evidence,
          stated.different(
              "at-once",
              "0 ms are waited, not up to %d ms".formatted(rule.backoff().get().toMillis()),
              "Leave backoff out for this gateway."));
    } else {
      ledger.withoutMeaning("backoff");
    }
    ledger.emitted("mode", evidence);
  }

  private static Deviation silence(Stated stated, Times times) {
    return stated.stricter(
        "silence-ends-it",
        "%d ms of silence in an answer that has begun end it too"
            .formatted(times.silent().orElseThrow().toMillis()),
        "Set a perTryTimeout longer than the longest silence of an answer.");
  }
}
