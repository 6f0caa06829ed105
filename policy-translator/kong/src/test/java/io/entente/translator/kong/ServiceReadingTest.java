package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Timeout;
import io.entente.translator.TranslationRequest;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.kong.reverse.KongReverse;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.ReverseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What stands on services and upstreams that we made. */
class ServiceReadingTest {

  private static final PolicyKind TIMES =
      new Timeout(
          Optional.of(Duration.ofMillis(250)),
          Optional.empty(),
          Optional.of(Duration.ofSeconds(3)));
  private static final PolicyKind AGAIN =
      new Retry(
          2,
          List.of(Retry.On.values()),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"));
  private static final PolicyKind BREAKER =
      new CircuitBreaker(5, Failures.GATEWAY_ERRORS, Duration.ofSeconds(30));

  private static final TranslationRequest REQUEST =
      Worlds.made(
          List.of(policy("times", TIMES), policy("again", AGAIN), policy("breaker", BREAKER)));

  @Test
  void readsAllThreeOnEachRouteAndLeavesNothing() {
    // When
    Reading reading = read(body -> body);

    // Then
    assertThat(Foreign.kinds(reading)).containsOnly(TIMES, AGAIN, BREAKER).hasSize(6);
    assertThat(reading.remainder()).isEmpty();
  }

  @Test
  void readsATimeThatIsKongsOwnWhereAServiceWasMadeForIt() {
    // Given
    var minute =
        new Timeout(Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(60)));

    // When
    Reading reading = read(Worlds.made(List.of(policy("minute", minute))), body -> body);

    // Then
    assertThat(Foreign.kinds(reading)).containsOnly(minute);
    assertThat(reading.remainder()).isEmpty();
  }

  @Test
  void leavesAServiceThatSomebodyEdited() {
    // When
    Reading reading = read(body -> body.with("tls_verify", Node.bool(true)));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.remainder().keySet()).extracting(ObjectKey::kind).contains("services");
    assertThat(reading.reasons().values()).contains("no policy makes this service as it is");
  }

  @Test
  void leavesAServiceWithAValueThatNoPolicyHolds() {
    // When
    Reading reading = read(body -> body.with("retries", Node.number(4_000)));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.reasons().values())
        .anyMatch(why -> why.startsWith("a policy cannot hold one of its values"));
  }

  @Test
  void findsNoPolicyOnTheServiceOfOthers() {
    // Given
    var observed = new TreeMap<>(Worlds.estate(""));
    observed.replaceAll(
        (key, object) ->
            key.kind().equals(KongKinds.SERVICES)
                ? edited(object, body -> body.with("retries", Node.number(3)))
                : object);

    // When
    Reading reading = Foreign.read(observed);

    // Then
    assertThat(reading.policies()).isEmpty();
  }

  private static Policy policy(String name, PolicyKind kind) {
    return Policies.enforcing(name, kind);
  }

  /** As it was written, but for services. */
  private static Reading read(UnaryOperator<Node.Obj> service) {
    return read(REQUEST, service);
  }

  private static Reading read(TranslationRequest request, UnaryOperator<Node.Obj> service) {
    var observed = new TreeMap<ObjectKey, NativeObject>();
    new KongTranslator()
        .translate(request)
        .objects()
        .forEach(
            (key, object) ->
                observed.put(
                    key,
                    key.kind().equals(KongKinds.SERVICES)
                        ? edited(object, service)
                        : edited(object, body -> body)));
    return new KongReverse()
        .read(
            new ReverseRequest(
                request.gateway(), request.profile(), request.apis(), observed, Set.of()));
  }

  private static NativeObject edited(NativeObject object, UnaryOperator<Node.Obj> edit) {
    var body = (Node.Obj) ((Content.Tree) object.content()).root();
    return NativeObject.foreign(object.key(), new Content.Tree(edit.apply(body)));
  }
}
