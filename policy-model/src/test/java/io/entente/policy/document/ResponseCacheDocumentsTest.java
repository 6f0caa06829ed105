package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.problem.Problem;
import io.entente.policy.PolicyKind;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCacheDocumentsTest {

  @Test
  void readsTheDefaults() {
    assertThat(read("{ttl: 60s}"))
        .isEqualTo(
            new ResponseCache(
                Duration.ofSeconds(60),
                List.of("GET"),
                List.of(200),
                List.of(),
                List.of(),
                List.of("*"),
                true,
                true,
                SetCookie.BYPASS,
                Optional.empty()));
  }

  @Test
  void readsEveryField() {
    assertThat(
            read(
                "{ttl: 5m, methods: [GET, HEAD], statuses: [200, 404], contentTypes:"
                    + " [application/json], varyHeaders: [accept], varyQuery: [page], perCaller:"
                    + " false, respectOrigin: false, setCookie: strip, maxEntryBytes: 4096}"))
        .isEqualTo(
            new ResponseCache(
                Duration.ofMinutes(5),
                List.of("GET", "HEAD"),
                List.of(200, 404),
                List.of("application/json"),
                List.of("accept"),
                List.of("page"),
                false,
                false,
                SetCookie.STRIP,
                Optional.of(4_096L)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|MISSING_FIELD|spec.responseCache.ttl",
        "{ttl: 0s}|INVALID_VALUE|spec.responseCache.ttl",
        "{ttl: 31d}|INVALID_VALUE|spec.responseCache.ttl",
        "{ttl: 1s, methods: [POST]}|INVALID_VALUE|spec.responseCache.methods[0]",
        "{ttl: 1s, methods: []}|INVALID_VALUE|spec.responseCache.methods",
        "{ttl: 1s, statuses: [206]}|INVALID_VALUE|spec.responseCache.statuses[0]",
        "{ttl: 1s, statuses: [199]}|INVALID_VALUE|spec.responseCache.statuses[0]",
        "{ttl: 1s, statuses: [200, 200]}|DUPLICATE_VALUE|spec.responseCache.statuses[1]",
        "{ttl: 1s, contentTypes: ['a/b; c=d']}|INVALID_VALUE|spec.responseCache.contentTypes[0]",
        "{ttl: 1s, varyHeaders: [host]}|INVALID_VALUE|spec.responseCache.varyHeaders[0]",
        "{ttl: 1s, varyQuery: []}|INVALID_VALUE|spec.responseCache.varyQuery",
        "{ttl: 1s, varyQuery: ['*', a]}|INVALID_VALUE|spec.responseCache.varyQuery",
        "{ttl: 1s, setCookie: share}|INVALID_VALUE|spec.responseCache.setCookie",
        "{ttl: 1s, maxEntryBytes: 16777217}|INVALID_VALUE|spec.responseCache.maxEntryBytes",
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
  void theRecordRefusesWhatTheDocumentRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ResponseCache(
                    Duration.ofSeconds(1),
                    List.of("GET"),
                    List.of(304),
                    List.of(),
                    List.of(),
                    List.of("*"),
                    true,
                    true,
                    SetCookie.STRIP,
                    Optional.empty()))
        .withMessageContaining("304");
  }

  private static PolicyKind read(String kind) {
    return PolicyDocuments.read(
            Yaml.policy("targetRefs: [{kind: Tenant}]\nresponseCache: " + kind), 1)
        .spec()
        .kind();
  }
}
