package io.entente.translator.kong;

import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.policy.AccessBlock;
import io.entente.policy.HeaderTransform;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import io.entente.policy.RateLimit;
import io.entente.policy.ResponseCache;
import io.entente.policy.Retry;
import io.entente.policy.SpikeArrest;
import io.entente.policy.Timeout;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import io.entente.translator.kong.emit.RetryBounds;
import io.entente.translator.kong.reverse.KongReverse;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.testkit.RandomPolicies;
import io.entente.translator.testkit.ReverseContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

public class ReverseContractTest extends ReverseContract {

  /** The windows that a quota has too: Kong counts by the calendar, so they are read as quotas. */
  private static final Map<Duration, Period> CALENDAR =
      Map.of(
          Duration.ofHours(1), Period.HOUR,
          Duration.ofDays(1), Period.DAY,
          Duration.ofDays(30), Period.MONTH);

  private final RandomPolicies policies = new RandomPolicies(1);

  @Override
  protected Translator translator() {
    return new KongTranslator();
  }

  @Override
  protected Reverse reverse() {
    return new KongReverse();
  }

  @Override
  protected TranslationRequest request(String request) {
    return Requests.read(request);
  }

  @Override
  protected TranslationRequest request(List<Policy> policies) {
    return Worlds.request(Worlds.estate(""), apart(policies));
  }

  /** A cache without edits beside it: that cookies are taken off is read as an edit of its own. */
  private static List<Policy> apart(List<Policy> policies) {
    boolean caching =
        policies.stream().anyMatch(policy -> policy.spec().kind() instanceof ResponseCache);
    boolean read =
        policies.stream().allMatch(policy -> policy.id().policy().value().startsWith("q"));
    return policies.stream()
        .filter(policy -> read || !caching || !(policy.spec().kind() instanceof HeaderTransform))
        .toList();
  }

  @Override
  protected Policy any(Random random) {
    return policies.any(random);
  }

  /** Of a gateway that did not tell its schema the defaults are unknown. */
  @Override
  protected boolean readable(TranslationRequest request) {
    return !request.profile().schema().documents().isEmpty();
  }

  /**
   * Approximate ones too, where the number itself is in the document: all but a burst, which Kong
   * does not have, a number that a stricter one of the same window keeps from ever counting, and
   * what a log says that shares with a fuller one.
   */
  @Override
  protected boolean readBack(FieldFidelity field) {
    return field.grade() != FidelityGrade.UNSUPPORTED
        && !field.field().equals("burst")
        && field.deviations().stream().noneMatch(d -> d.code().equals("nothing-told"))
        && field.deviations().stream()
            .noneMatch(d -> d.code().startsWith("held-by-") || d.code().startsWith("kept-by-"));
  }

  @Override
  protected PolicyKind readAs(PolicyKind kind) {
    if (kind instanceof RateLimit limit) {
      return CALENDAR.containsKey(limit.window())
          ? new Quota(
              limit.requests(),
              CALENDAR.getOrDefault(limit.window(), Period.HOUR),
              limit.key(),
              OnMissingKey.IP)
          : limit;
    }
    if (kind instanceof SpikeArrest arrest) {
      return new RateLimit(
          arrest.rate(), arrest.per().length(), arrest.key(), arrest.onMissingKey());
    }
    if (kind instanceof Timeout timeout) {
      return silence(timeout);
    }
    if (kind instanceof Retry retry) {
      return unconditional(retry);
    }
    // An empty body goes out as a line break, which is what it is.
    return kind instanceof AccessBlock block && block.body().isEmpty()
        ? new AccessBlock(block.status(), block.contentType(), "\n")
        : kind;
  }

  /** Kong knows one silence, whichever of two fields asked for it, and one of its own. */
  private static PolicyKind silence(Timeout timeout) {
    return new Timeout(
        timeout.connect(),
        Optional.empty(),
        Stream.concat(timeout.request().stream(), timeout.idle().stream())
            .min(Duration::compareTo));
  }

  /** How often Kong sends again has no conditions; how long an attempt lasts is a silence. */
  private static PolicyKind unconditional(Retry retry) {
    return new Retry(
        retry.attempts(),
        retry.on(),
        retry.statuses(),
        Optional.empty(),
        retry.backoff(),
        retry.methods().stream().filter(RetryBounds.SENT_AGAIN::contains).toList());
  }

  @Override
  protected Object document(NativeObject object) {
    Node body = ((Content.Tree) object.content()).root();
    return ((Node.Obj) body).without("tags");
  }
}
