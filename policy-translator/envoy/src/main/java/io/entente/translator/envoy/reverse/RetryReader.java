package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A retry policy of a route as {@code retry}, where it says no more and no less. */
final class RetryReader {

  private static final String CODES = "retriable-status-codes";

  private RetryReader() {}

  static Optional<Retry> read(Node.Obj policy) {
    var on = new ArrayList<On>();
    boolean codes = false;
    for (String word : Trees.text(policy, "retry_on").orElse("").split(",", -1)) {
      Optional<On> known = known(word.strip());
      known.ifPresent(on::add);
      codes |= word.strip().equals(CODES);
      if (known.isEmpty() && !word.strip().equals(CODES)) {
        return Optional.empty();
      }
    }
    List<Integer> statuses = statuses(policy);
    List<String> methods = methods(policy);
    Optional<Duration> perTry = UpstreamReading.length(policy, "per_try_timeout");
    Optional<Duration> backoff =
        UpstreamReading.length(Trees.objectAt(policy, "retry_back_off"), "base_interval");
    Optional<Duration> most =
        UpstreamReading.length(Trees.objectAt(policy, "retry_back_off"), "max_interval");
    boolean atOnce = backoff.equals(most) && backoff.equals(Optional.of(Duration.ofMillis(1)));
    Optional<Long> attempts =
        Trees.whole(policy, "num_retries").filter(n -> n >= 1 && n <= Retry.MOST_ATTEMPTS);
    boolean grows =
        backoff
                .map(base -> base.multipliedBy(Retry.GROWTH))
                .filter(b -> most.filter(b::equals).isPresent())
                .isPresent()
            && backoff.filter(base -> base.compareTo(Retry.LONGEST_BACKOFF) <= 0).isPresent();
    if (attempts.isEmpty()
        || on.isEmpty()
        || !distinct(on)
        || codes == statuses.isEmpty()
        || methods.isEmpty()
        || !(atOnce || grows)
        || (perTry.isPresent() && !on.contains(On.RESET))) {
      return Optional.empty();
    }
    return Optional.of(
        new Retry(
            attempts.get().intValue(),
            on,
            statuses,
            perTry,
            atOnce ? Optional.empty() : backoff,
            methods));
  }

  private static Optional<On> known(String word) {
    return switch (word) {
      case "connect-failure" -> Optional.of(On.CONNECT_FAILURE);
      case "refused-stream" -> Optional.of(On.REFUSED_STREAM);
      case "reset" -> Optional.of(On.RESET);
      default -> Optional.empty();
    };
  }

  /** None where one is none that a policy may name. */
  private static List<Integer> statuses(Node policy) {
    var statuses = new ArrayList<Integer>();
    for (Node item : Trees.items(policy, "retriable_status_codes")) {
      Optional<Long> code = Trees.whole(Node.obj().with("code", item), "code");
      if (code.filter(c -> c >= 400 && c <= 599).isEmpty()) {
        return List.of();
      }
      statuses.add(code.get().intValue());
    }
    return distinct(statuses) ? statuses : List.of();
  }

  private static List<String> methods(Node policy) {
    List<Node> headers = Trees.items(policy, "retriable_request_headers");
    if (headers.size() != 1
        || !Trees.text(headers.get(0), "name").equals(Optional.of(":method"))
        || Trees.isTrue(headers.get(0), "invert_match")) {
      return List.of();
    }
    String text =
        Trees.text(headers.get(0), "string_match", "exact")
            .or(() -> Trees.text(headers.get(0), "string_match", "safe_regex", "regex"))
            .orElse("");
    List<String> methods = Arrays.asList(text.split("\\|", -1));
    boolean plain = methods.stream().allMatch(method -> method.matches("[A-Z]{3,16}"));
    return plain && distinct(methods) ? methods : List.of();
  }

  private static boolean distinct(List<?> items) {
    return Set.copyOf(items).size() == items.size();
  }
}
