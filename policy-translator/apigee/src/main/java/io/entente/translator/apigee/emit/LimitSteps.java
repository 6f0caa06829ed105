package io.entente.translator.apigee.emit;

import io.entente.policy.LimitKey;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Steps of one limit: one for those who have the key, one for those who have not. */
final class LimitSteps {

  private final Policy policy;
  private final RateLimit limit;
  private final Place place;
  private final List<StepDraft> steps = new ArrayList<>();

  private LimitSteps(Policy policy, Place place) {
    this.policy = policy;
    this.limit = RateLimitEmitter.limit(policy);
    this.place = place;
  }

  static List<StepDraft> of(Policy policy, Place place) {
    return new LimitSteps(policy, place).steps();
  }

  private List<StepDraft> steps() {
    if (limit.key() instanceof LimitKey.Header header) {
      String variable = "request.header." + header.name();
      // read whole: the plain variable ends at the first comma
      count("limit", Optional.of(variable + ".values.string"), Optional.of(variable + " != null"));
      missing(variable + " = null");
    } else if (limit.key() instanceof LimitKey.ClientIp) {
      count("limit", Optional.of(place.clientAddress()), Optional.empty());
    } else {
      count("limit", Optional.empty(), Optional.empty());
    }
    return steps;
  }

  private void missing(String condition) {
    switch (limit.onMissingKey()) {
      case IP -> count("nokey", Optional.of(place.clientAddress()), Optional.of(condition));
      case SHARED -> count("nokey", Optional.empty(), Optional.of(condition));
      case DENY -> {
        String name = name("nokey");
        step(
            name,
            RaiseFaultPolicy.file(name, 429, "Too Many Requests", "rate limit exceeded"),
            Optional.of(condition));
      }
    }
  }

  private void count(String what, Optional<String> key, Optional<String> condition) {
    String name = name(what);
    String file =
        QuotaWindow.of(limit.window())
            .map(window -> QuotaPolicy.file(name, limit.requests(), window, key))
            .orElseGet(
                () ->
                    SpikeArrestPolicy.file(
                        name, RateLimitEmitter.perSecond(limit).orElseThrow(), key));
    step(name, file, condition);
  }

  /** Without the version: a new version of a limit does not forget what it has counted. */
  private String name(String what) {
    return place.policy(what, policy.id().policy().value());
  }

  private void step(String name, String file, Optional<String> condition) {
    steps.add(new StepDraft(Stage.LIMIT, name, file, condition, List.of(policy)));
  }
}
