package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.problem.Problem;
import io.entente.policy.AccessBlock;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.policy.RequestSize;
import io.entente.policy.SpikeArrest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKindsDocumentsTest {

  private static final String TARGET = "targetRefs: [{kind: Tenant}]\n";

  @Test
  void readsASpikeArrestAndItsDefaults() {
    assertThat(read("spikeArrest: {rate: 30}"))
        .isEqualTo(
            new SpikeArrest(
                30, SpikeArrest.Per.SECOND, 1, new LimitKey.Route(), OnMissingKey.DENY));
    assertThat(
            read(
                "spikeArrest: {rate: 600, per: minute, burst: 5, key: 'header:x-app',"
                    + " onMissingKey: ip}"))
        .isEqualTo(
            new SpikeArrest(
                600, SpikeArrest.Per.MINUTE, 5, new LimitKey.Header("x-app"), OnMissingKey.IP));
  }

  @Test
  void readsAQuotaAndItsDefaults() {
    assertThat(read("quota: {requests: 1000, period: month}"))
        .isEqualTo(new Quota(1_000, Quota.Period.MONTH, new LimitKey.Route(), OnMissingKey.DENY));
  }

  @Test
  void readsAnAccessBlockAndItsDefaults() {
    assertThat(read("accessBlock: {}")).isEqualTo(new AccessBlock(503, "text/plain", ""));
    assertThat(
            read(
                "accessBlock: {status: 410, contentType: application/json, body: '{\"gone\":"
                    + " true}'}"))
        .isEqualTo(new AccessBlock(410, "application/json", "{\"gone\": true}"));
  }

  @Test
  void readsARequestSize() {
    assertThat(read("requestSize: {maxBytes: 1048576}")).isEqualTo(new RequestSize(1_048_576));
  }

  @Test
  void readsACorrelationIdAndItsDefaults() {
    assertThat(read("correlationId: {}"))
        .isEqualTo(new CorrelationId("x-request-id", OnInbound.KEEP, true));
    assertThat(read("correlationId: {header: x-trace, onInbound: replace, echo: false}"))
        .isEqualTo(new CorrelationId("x-trace", OnInbound.REPLACE, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spikeArrest: {}|MISSING_FIELD|spec.spikeArrest.rate",
        "spikeArrest: {rate: 0}|INVALID_VALUE|spec.spikeArrest.rate",
        "spikeArrest: {rate: 1000001}|INVALID_VALUE|spec.spikeArrest.rate",
        "spikeArrest: {rate: 1, burst: 0}|INVALID_VALUE|spec.spikeArrest.burst",
        "spikeArrest: {rate: 1, per: hour}|INVALID_VALUE|spec.spikeArrest.per",
        "spikeArrest: {rate: 1, key: consumer}|INVALID_VALUE|spec.spikeArrest.key",
        "quota: {requests: 5}|MISSING_FIELD|spec.quota.period",
        "quota: {requests: 0, period: day}|INVALID_VALUE|spec.quota.requests",
        "quota: {requests: 1, period: year}|INVALID_VALUE|spec.quota.period",
        "accessBlock: {status: 302}|INVALID_VALUE|spec.accessBlock.status",
        "accessBlock: {contentType: plain}|INVALID_VALUE|spec.accessBlock.contentType",
        "'accessBlock: {body: \"a\\rb\"}'|INVALID_VALUE|spec.accessBlock.body",
        "requestSize: {}|MISSING_FIELD|spec.requestSize.maxBytes",
        "requestSize: {maxBytes: 0}|INVALID_VALUE|spec.requestSize.maxBytes",
        "requestSize: {maxBytes: 1073741825}|INVALID_VALUE|spec.requestSize.maxBytes",
        "correlationId: {header: X-Id}|INVALID_VALUE|spec.correlationId.header",
        "correlationId: {header: host}|INVALID_VALUE|spec.correlationId.header",
        "correlationId: {onInbound: drop}|INVALID_VALUE|spec.correlationId.onInbound",
      })
  void refusesWhatCannotBe(String kind, String code, String path) {
    // When
    List<Problem> problems = Yaml.problems(() -> read(kind));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple(code, path));
  }

  private static PolicyKind read(String kind) {
    return PolicyDocuments.read(Yaml.policy(TARGET + kind), 1).spec().kind();
  }
}
