package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.event.Recording;
import io.entente.model.event.Recording.ErrorsAndSample;
import io.entente.model.problem.Problem;
import io.entente.policy.Cidr;
import io.entente.policy.Cors;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicyKind;
import io.entente.policy.TrafficLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficKindsDocumentsTest {

  private static final String TARGET = "targetRefs: [{kind: Tenant}]\n";

  @Test
  void readsRangesInAnySpelling() {
    assertThat(read("ipFilter: {allow: [10.0.0.0/8, \"2001:DB8::/32\"], deny: [10.0.0.1]}"))
        .isEqualTo(
            new IpFilter(
                List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("2001:db8::/32")),
                List.of(Cidr.parse("10.0.0.1/32"))));
  }

  @Test
  void readsCorsAndItsDefaults() {
    assertThat(read("cors: {allowOrigins: [\"*\"], allowMethods: [GET]}"))
        .isEqualTo(
            new Cors(
                List.of("*"), List.of("GET"), List.of(), List.of(), false, Duration.ofSeconds(5)));
    assertThat(
            read(
                "cors: {allowOrigins: [\"https://a.example:8443\"], allowMethods: [PUT],"
                    + " allowHeaders: [x-a], exposeHeaders: [etag], allowCredentials: true,"
                    + " maxAge: 0s}"))
        .isEqualTo(
            new Cors(
                List.of("https://a.example:8443"),
                List.of("PUT"),
                List.of("x-a"),
                List.of("etag"),
                true,
                Duration.ZERO));
  }

  @Test
  void readsATrafficLogAndItsDefault() {
    assertThat(read("trafficLog: {}")).isEqualTo(new TrafficLog(Duration.ofSeconds(1)));
    assertThat(read("trafficLog: {maxDelay: 1m}")).isEqualTo(new TrafficLog(Duration.ofMinutes(1)));
    assertThat(read("trafficLog: {record: all}")).isEqualTo(new TrafficLog(Duration.ofSeconds(1)));
    assertThat(read("trafficLog: {record: errorsAndSample, oneIn: 10}"))
        .isEqualTo(new TrafficLog(Duration.ofSeconds(1), new ErrorsAndSample(10)));
    assertThat(read("trafficLog: {record: aggregate}"))
        .isEqualTo(new TrafficLog(Duration.ofSeconds(1), Recording.AGGREGATE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ipFilter: {}|MISSING_FIELD|spec.ipFilter",
        "ipFilter: {allow: [10.0.0.1/8]}|NOT_A_NETWORK|spec.ipFilter.allow[0]",
        "ipFilter: {deny: ['::ffff:a00:1']}|NOT_A_NETWORK|spec.ipFilter.deny[0]",
        "ipFilter: {deny: [10.0.0.1, 10.0.0.1/32]}|DUPLICATE_VALUE|spec.ipFilter.deny[1]",
        "ipFilter: {deny: [host]}|INVALID_VALUE|spec.ipFilter.deny[0]",
        "cors: {allowOrigins: ['*'], allowMethods: [GET], allowCredentials: true}"
            + "|CREDENTIALS_FOR_EVERY_ORIGIN|spec.cors.allowCredentials",
        "cors: {allowOrigins: ['*', 'https://a.b'], allowMethods: [GET]}"
            + "|INVALID_VALUE|spec.cors.allowOrigins",
        "cors: {allowOrigins: ['https://a.b:443'], allowMethods: [GET]}"
            + "|INVALID_VALUE|spec.cors.allowOrigins[0]",
        "cors: {allowOrigins: ['https://a.b'], allowMethods: [get]}"
            + "|INVALID_VALUE|spec.cors.allowMethods[0]",
        "cors: {allowOrigins: ['https://a.b'], allowMethods: []}"
            + "|INVALID_VALUE|spec.cors.allowMethods",
        "cors: {allowOrigins: ['https://a.b'], allowMethods: [GET], allowHeaders: ['*']}"
            + "|INVALID_VALUE|spec.cors.allowHeaders[0]",
        "cors: {allowOrigins: ['https://a.b'], allowMethods: [GET], maxAge: 25h}"
            + "|INVALID_VALUE|spec.cors.maxAge",
        "trafficLog: {record: some}|INVALID_VALUE|spec.trafficLog.record",
        "trafficLog: {record: errorsAndSample}|INVALID_VALUE|spec.trafficLog.oneIn",
        "trafficLog: {oneIn: 10}|INVALID_VALUE|spec.trafficLog.oneIn",
        "trafficLog: {record: aggregate, oneIn: 10}|INVALID_VALUE|spec.trafficLog.oneIn",
        "trafficLog: {record: all, oneIn: 10}|INVALID_VALUE|spec.trafficLog.oneIn",
        "trafficLog: {record: errorsAndSample, oneIn: 1}|INVALID_VALUE|spec.trafficLog.oneIn",
        "trafficLog: {record: errorsAndSample, oneIn: 3}|INVALID_VALUE|spec.trafficLog.oneIn",
        "trafficLog: {record: errorsAndSample, oneIn: 2000000}|INVALID_VALUE|spec.trafficLog.oneIn",
        "trafficLog: {maxDelay: 61s}|INVALID_VALUE|spec.trafficLog.maxDelay",
        "trafficLog: {maxDelay: 0s}|INVALID_VALUE|spec.trafficLog.maxDelay",
        "trafficLog: {maxDelay: 500ms}|INVALID_VALUE|spec.trafficLog.maxDelay",
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
  void proposesTheRangeThatWasMeant() {
    // When
    List<Problem> problems = Yaml.problems(() -> read("ipFilter: {allow: [10.1.2.3/8]}"));

    // Then
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("10.0.0.0/8"));
  }

  private static PolicyKind read(String kind) {
    return PolicyDocuments.read(Yaml.policy(TARGET + kind), 1).spec().kind();
  }
}
