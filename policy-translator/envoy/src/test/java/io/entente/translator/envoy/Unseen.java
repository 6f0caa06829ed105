package io.entente.translator.envoy;

import io.entente.json.JsonTree;
import io.entente.translator.testkit.DocumentMutations.Mutant;
import io.entente.translator.testkit.MutationContract.Fate;
import io.entente.translator.testkit.MutationContract.Outcome;
import java.util.List;
import java.util.Optional;

/** Why nobody notices a change, by Envoy's documents. */
final class Unseen {

  /**
   * A change that is known.
   *
   * @param path what it ends with, as a pattern
   * @param change as a pattern
   * @param beside what else stands in the document
   */
  private record Known(String path, String change, Fate fate, String why, String beside) {

    Known(String path, String change, Fate fate, String why) {
      this(path, change, fate, why, "");
    }
  }

  private static final String DROPPED = "dropped";
  private static final String ANY = ".*";

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "(stat_prefix|track_per_rule_stats)",
              ANY,
              Fate.INERT,
              "says what is counted, and how"),
          new Known(
              "@type",
              ".*/(\\S+)] -> .*/\\1]",
              Fate.SAME,
              "only what follows the slash names the type"),
          new Known(
              "numerator",
              ".*-> Num.value=(101|2E.2)]",
              Fate.SAME,
              "more than all of a hundred is all"),
          new Known("numerator", ".*value=99]", Fate.SURVIVED, "shows of one request in a hundred"),
          new Known("prefix_len", ".*(33|129)]", Fate.SAME, "no address has more bits"),
          new Known(
              "keep_empty_value",
              ANY,
              Fate.INERT,
              "the value is not empty; of an empty one it shows"),
          new Known(
              "append_action", ANY, Fate.SAME, "what was there was taken off before it is added"),
          new Known("allow_credentials", DROPPED, Fate.SAME, "the default was written"),
          new Known("\\.status", DROPPED, Fate.SAME, "429 is the default"),
          new Known("present_match", DROPPED, Fate.SAME, "of no other match presence is asked"),
          new Known("entries\\[0].value", DROPPED, Fate.SAME, "the key has one value only"),
          new Known("range_match.end", ANY, Fate.INERT, "no body is longer"),
          new Known(
              "always_consume_default_token_bucket",
              ANY,
              Fate.INERT,
              "beside no descriptor there is the default bucket only"),
          new Known(
              "limit.1.token_bucket.max_tokens|arrest.1.token_bucket.max_tokens",
              ANY,
              Fate.INERT,
              "every request has the bucket of a descriptor"),
          new Known(
              "max_dynamic_descriptors",
              ANY,
              Fate.SURVIVED,
              "thousands of keys would have to be counted"),
          new Known(
              "spike_arrest.*tokens_per_fill", DROPPED, Fate.SAME, "1, the default, was written"),
          new Known(
              "(fill_interval|tokens_per_fill)",
              ANY,
              Fate.SURVIVED,
              "shows after a minute or an hour only"),
          new Known(
              "correlation_id.kept.*(omit_empty_values|skip_if_empty)",
              ANY,
              Fate.INERT,
              "every request has an id by then"),
          new Known(
              "require_expiration",
              ANY,
              Fate.SAME,
              "what may live so long only has to expire",
              "max_lifetime"),
          new Known(
              "(timeout|_try_timeout)",
              ".* -> .*",
              Fate.SURVIVED,
              "what is slow here takes five times as long, or for ever"),
          new Known(
              "route.timeout", DROPPED, Fate.SURVIVED, "without it fifteen seconds are the most"),
          new Known(
              "retry_on",
              ".*connect-failure.*",
              Fate.SURVIVED,
              "a connection that is refused looks alike, however often it is tried"),
          new Known(
              "retry_back_off.max_interval",
              DROPPED,
              Fate.SAME,
              "ten times the base interval, the default, was written"),
          new Known(
              "thresholds\\[0].max_pending_requests",
              ANY,
              Fate.INERT,
              "who waits for a connection has none of max_requests, which are as many"),
          new Known(
              "outlier_detection.max_ejection_time",
              DROPPED,
              Fate.SAME,
              "base_ejection_time, the default where it is longer than 300 s, was written"),
          new Known("max_ejection_time_jitter", DROPPED, Fate.SAME, "0s, the default, was written"),
          new Known(
              "entente.bot_detection.*", ANY, Fate.SURVIVED, "no agent here is told apart by it"),
          new Known(
              "entente.consumer_access.*",
              ANY,
              Fate.SURVIVED,
              "no caller here is told apart by it"),
          new Known(
              "retry_back_off.*",
              ANY,
              Fate.SURVIVED,
              "tries are told apart by their number, not by the time between them"),
          new Known(
              "thresholds\\[0].max_(retries|connections)",
              ANY,
              Fate.SURVIVED,
              "nobody here has thousands under way"),
          new Known(
              "outlier_detection.(interval|(base|max)_ejection_time(_jitter)?)",
              ANY,
              Fate.SURVIVED,
              "shows after openFor, an hour, only"),
          new Known(
              "outlier_detection.enforcing_(success_rate|failure_percentage)",
              ANY,
              Fate.INERT,
              "nothing is compared among fewer than five endpoints"),
          new Known(
              "outlier_detection.enforcing_consecutive.*",
              DROPPED,
              Fate.SAME,
              "the defaults, 100 of 5xx and 0 of gateway failures, were written"),
          new Known(
              "outlier_detection.enforcing_consecutive.*",
              ".* -> .*",
              Fate.SURVIVED,
              "shows of one row of failures in ten, or in a hundred"),
          new Known(
              "outlier_detection.consecutive_5xx",
              ANY,
              Fate.INERT,
              "a count that is not enforced",
              "\"enforcing_consecutive_5xx\":0"),
          new Known(
              "outlier_detection.consecutive_gateway_failure",
              ANY,
              Fate.INERT,
              "a count that is not enforced",
              "\"enforcing_consecutive_gateway_failure\":0"),
          new Known("update_merge_window", ANY, Fate.SURVIVED, "shows for less than a second"),
          new Known(
              "clock_skew_seconds",
              ".*(299|301)]",
              Fate.SURVIVED,
              "shows of a token in the second in which it expires"),
          new Known(
              "max_lifetime",
              ".*36[0-9][0-9]s]",
              Fate.SURVIVED,
              "shows of a token that lives a few seconds longer"));

  private Unseen() {}

  static Optional<Outcome> why(Mutant mutant) {
    return KNOWN.stream()
        .filter(known -> mutant.path().matches(".*(" + known.path() + ")"))
        .filter(known -> mutant.change().matches(known.change()))
        .filter(known -> JsonTree.write(mutant.document()).contains(known.beside()))
        .findFirst()
        .map(known -> new Outcome(known.fate(), known.why()));
  }
}
