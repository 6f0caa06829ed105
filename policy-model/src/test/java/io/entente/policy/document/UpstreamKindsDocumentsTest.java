package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.problem.Problem;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import io.entente.policy.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamKindsDocumentsTest {

  private static final String TARGET = "targetRefs: [{kind: Tenant}]\n";

  @Test
  void readsATimeout() {
    assertThat(read("timeout: {connect: 500ms, request: PT10S, idle: 1h}"))
        .isEqualTo(
            new Timeout(
                Optional.of(Duration.ofMillis(500)),
                Optional.of(Duration.ofSeconds(10)),
                Optional.of(Duration.ofHours(1))));
    assertThat(read("timeout: {request: 1s}"))
        .isEqualTo(
            new Timeout(Optional.empty(), Optional.of(Duration.ofSeconds(1)), Optional.empty()));
  }

  @Test
  void readsARetryAndItsDefaults() {
    assertThat(read("retry: {attempts: 2}"))
        .isEqualTo(
            new Retry(
                2,
                List.of(On.CONNECT_FAILURE, On.REFUSED_STREAM),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE")));
    assertThat(
            read(
                "retry: {attempts: 10, on: [reset], statuses: [502, 503], perTryTimeout: 2s,"
                    + " backoff: 50ms, methods: [GET]}"))
        .isEqualTo(
            new Retry(
                10,
                List.of(On.RESET),
                List.of(502, 503),
                Optional.of(Duration.ofSeconds(2)),
                Optional.of(Duration.ofMillis(50)),
                List.of("GET")));
  }

  @Test
  void readsACircuitBreakerAndItsDefaults() {
    assertThat(read("circuitBreaker: {}"))
        .isEqualTo(new CircuitBreaker(5, Failures.GATEWAY_ERRORS, Duration.ofSeconds(30)));
    assertThat(
            read("circuitBreaker: {consecutiveFailures: 1, failures: serverErrors, openFor: 1m}"))
        .isEqualTo(new CircuitBreaker(1, Failures.SERVER_ERRORS, Duration.ofMinutes(1)));
  }

  @Test
  void readsAConcurrencyLimit() {
    assertThat(read("concurrencyLimit: {requests: 100}")).isEqualTo(new ConcurrencyLimit(100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timeout: {}|MISSING_FIELD|spec.timeout",
        "timeout: {request: 0s}|INVALID_VALUE|spec.timeout.request",
        "timeout: {connect: 61m}|INVALID_VALUE|spec.timeout.connect",
        "retry: {}|MISSING_FIELD|spec.retry.attempts",
        "retry: {attempts: 11}|INVALID_VALUE|spec.retry.attempts",
        "retry: {attempts: 1, on: []}|INVALID_VALUE|spec.retry.on",
        "retry: {attempts: 1, on: [timeout]}|INVALID_VALUE|spec.retry.on[0]",
        "retry: {attempts: 1, statuses: [200]}|INVALID_VALUE|spec.retry.statuses[0]",
        "retry: {attempts: 1, backoff: 61s}|INVALID_VALUE|spec.retry.backoff",
        "retry: {attempts: 1, perTryTimeout: 1s}|INVALID_VALUE|spec.retry.perTryTimeout",
        "retry: {attempts: 1, methods: [get]}|INVALID_VALUE|spec.retry.methods[0]",
        "circuitBreaker: {consecutiveFailures: 0}|INVALID_VALUE|spec.circuitBreaker.consecutiveFailures",
        "circuitBreaker: {openFor: 500ms}|INVALID_VALUE|spec.circuitBreaker.openFor",
        "circuitBreaker: {failures: all}|INVALID_VALUE|spec.circuitBreaker.failures",
        "concurrencyLimit: {}|MISSING_FIELD|spec.concurrencyLimit.requests",
        "concurrencyLimit: {requests: 0}|INVALID_VALUE|spec.concurrencyLimit.requests",
      })
  void refusesWhatCannotBe(String kind, String code, String path) {
    // When
    List<Problem> problems = Yaml.problems(() -> read(kind));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple(code, path));
  }

  @Test
  void recordsRefuseWhatDocumentsCannotSay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Timeout(Optional.empty(), Optional.empty(), Optional.empty()))
        .withMessageContaining("none of connect");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Timeout(
                    Optional.of(Duration.ofNanos(1_500_000)), Optional.empty(), Optional.empty()))
        .withMessageContaining("connect PT0.0015S");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Retry(
                    1,
                    List.of(On.RESET, On.RESET),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("GET")))
        .withMessageContaining("on [RESET, RESET] has one twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CircuitBreaker(1, Failures.SERVER_ERRORS, Duration.ofMillis(1_500)))
        .withMessageContaining("openFor");
  }

  private static PolicyKind read(String kind) {
    return PolicyDocuments.read(Yaml.policy(TARGET + kind), 1).spec().kind();
  }
}
