package io.entente.translator.apigee.emit;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Steps of one limit: one for those who have the key, one for those who have not. */
final class LimitSteps {

  /** What counts. */
  @FunctionalInterface
  interface Counter {

    /**
     * The document of a policy.
     *
     * @param key flow variable that names the caller; empty for one counter for all
     */
    String file(String name, Optional<String> key);
  }

  private final Policy policy;
  private final Place place;
  private final Counter counter;
  private final List<StepDraft> steps = new ArrayList<>();

  private LimitSteps(Policy policy, Place place, Counter counter) {
    this.policy = policy;
    this.place = place;
    this.counter = counter;
  }

  static List<StepDraft> of(
      Policy policy, LimitKey key, OnMissingKey onMissingKey, Place place, Counter counter) {
    return new LimitSteps(policy, place, counter).steps(key, onMissingKey);
  }

  private List<StepDraft> steps(LimitKey key, OnMissingKey onMissingKey) {
    if (key instanceof LimitKey.Header header) {
      String variable = "request.header." + header.name();
      // read whole: the plain variable ends at the first comma
      count("limit", Optional.of(variable + ".values.string"), Optional.of(variable + " != null"));
      missing(onMissingKey, variable + " = null");
    } else if (key instanceof LimitKey.ClientIp) {
      count("limit", Optional.of(place.clientAddress()), Optional.empty());
    } else {
      count("limit", Optional.empty(), Optional.empty());
    }
    return steps;
  }

  private void missing(OnMissingKey onMissingKey, String condition) {
    switch (onMissingKey) {
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
    step(name, counter.file(name, key), condition);
  }

  /** Without the version: a new version of a limit does not forget what it has counted. */
  private String name(String what) {
    return place.policy(what, policy.id().policy().value());
  }

  private void step(String name, String file, Optional<String> condition) {
    steps.add(new StepDraft(Stage.LIMIT, name, file, condition, List.of(policy)));
  }
}
