package io.entente.connector.apigee.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.AggregateBucket;
import io.entente.connector.spi.AggregateRead;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StatsReaderTest {

  private static final Instant FROM = Instant.parse("2026-11-21T09:58:00Z");
  private static final Instant TO = Instant.parse("2026-11-21T10:02:00Z");

  private final StatsPages apigee = new StatsPages();

  @Test
  void asksByMinutesInGreenwichTimeWithLimitAndOffset() {
    read(apigee, 10);
    StatsQuery asked = apigee.asked.get(0);
    assertThat(asked.path()).isEqualTo("apiproxy");
    assertThat(asked.parameters())
        .containsEntry("timeRange", "11/21/2026 09:58~11/21/2026 10:02")
        .containsEntry("timeUnit", "minute")
        .containsEntry("limit", "10")
        .containsEntry("offset", "0");
    assertThat(asked.parameters().get("select"))
        .startsWith("sum(message_count),sum(is_error),sum(policy_error),sum(target_error)");
  }

  @Test
  void putsPagesTogetherHoweverSmallTheyAre() {
    // Given
    for (int minute = 0; minute < 4; minute++) {
      for (String proxy : List.of("a", "b", "(not set)")) {
        apigee.rows.add(
            new StatsPages.Row(proxy, FROM.plus(Duration.ofMinutes(minute)), minute + 1));
      }
    }
    for (int rows = 1; rows <= 13; rows++) {
      // When
      var buckets = complete(read(apigee, rows));
      // Then
      assertThat(buckets).as("pages of %d", rows).hasSize(12);
      assertThat(buckets.stream().mapToLong(b -> b.counts().requests().orElseThrow()).sum())
          .isEqualTo(30);
    }
  }

  @Test
  void takesEveryNumberAsGivenAndInventsNone() {
    // Given
    String json =
        """
        {"environments":[{"name":"prod","dimensions":[{"name":"a","individualNames":["a"],"metrics":[
          {"name":"sum(message_count)","values":[{"timestamp":%1$d,"value":"2.52E2"}]},
          {"name":"sum(is_error)","values":[{"timestamp":"%1$d","value":"3.0"}]},
          {"name":"sum(total_response_time)","values":[{"timestamp":%1$d,"value":"1234.5"}]},
          {"name":"sum(cache_hit)","values":[{"timestamp":%1$d,"value":"9"}]}]}]}]}"""
            .formatted(FROM.toEpochMilli());
    // When
    var buckets = complete(read(query -> StatsPages.tree(json), 10));
    // Then
    assertThat(buckets).hasSize(1);
    AggregateBucket bucket = buckets.get(0);
    assertThat(bucket.dimensions()).containsExactly(Map.entry("apiproxy", "a"));
    assertThat(bucket.start()).isEqualTo(FROM);
    assertThat(bucket.counts().requests()).contains(252L);
    assertThat(bucket.counts().errors()).contains(3L);
    assertThat(bucket.counts().latencyMillis()).contains(1234.5);
    assertThat(bucket.counts().policyErrors()).isEmpty();
    assertThat(bucket.counts().targetLatencyMillis()).isEmpty();
    assertThat(bucket.counts().responseBytes()).isEmpty();
  }

  @Test
  void aBareListOfValuesIsUnderstoodOnlyForASingleMinute() {
    StatsCall bare =
        query ->
            StatsPages.tree(
                """
                {"environments":[{"name":"prod","dimensions":[{"name":"a","metrics":[
                  {"name":"sum(message_count)","values":["39.0"]}]}]}]}""");
    var reader = new StatsReader(bare, Optional::empty);
    assertThat(complete(reader.read(FROM, FROM.plusSeconds(60))).get(0).counts().requests())
        .contains(39L);
    assertThat(code(reader.read(FROM, TO))).isEqualTo("APIGEE_STATS_NOT_UNDERSTOOD");
  }

  @Test
  void leavesOutMinutesThatWereNotAskedFor() {
    apigee.rows.add(new StatsPages.Row("a", FROM.minusSeconds(60), 1));
    apigee.rows.add(new StatsPages.Row("a", TO, 1));
    assertThat(complete(read(apigee, 10))).isEmpty();
  }

  @Test
  void anAnswerThatWasCutShortIsNoAnswer() {
    apigee.rows.add(new StatsPages.Row("a", FROM, 1));
    for (String notice : List.of("Result truncated: true", "The result was TRUNCATED")) {
      apigee.meta = "{\"notices\":[\"" + notice + "\"]}";
      assertThat(code(read(apigee, 10))).isEqualTo("APIGEE_STATS_TRUNCATED");
    }
    apigee.meta = "{\"notices\":[\"truncated: false\"]}";
    assertThat(complete(read(apigee, 10))).hasSize(1);
  }

  @Test
  void anAnswerWithErrorsIsNoAnswer() {
    apigee.rows.add(new StatsPages.Row("a", FROM, 1));
    apigee.meta = "{\"errors\":[\"CANARY\"]}";
    assertThat(code(read(apigee, 10))).isEqualTo("APIGEE_STATS_NOT_UNDERSTOOD");
    assertThat(read(apigee, 10).toString()).doesNotContain("CANARY");
  }

  @Test
  void anAnswerThatNeverEndsIsNoAnswer() {
    StatsCall endless =
        query ->
            StatsPages.tree(
                """
                {"environments":[{"name":"prod","dimensions":[{"name":"a%d","metrics":[
                  {"name":"sum(message_count)","values":[{"timestamp":%d,"value":"1"}]}]}]}]}"""
                    .formatted(query.offset(), FROM.toEpochMilli()));
    assertThat(code(read(endless, 1))).isEqualTo("APIGEE_STATS_TRUNCATED");
  }

  @Test
  void pagesThatContradictEachOtherAreNoAnswer() {
    StatsCall moving =
        query ->
            StatsPages.tree(
                """
                {"environments":[{"name":"prod","dimensions":[{"name":"a","metrics":[
                  {"name":"sum(message_count)","values":[{"timestamp":%d,"value":"%d"}]}]}]}]}"""
                    .formatted(FROM.toEpochMilli(), query.offset() + 1));
    assertThat(code(read(moving, 1))).isEqualTo("APIGEE_STATS_MOVED");
  }

  @Test
  void whatIsNotUnderstoodIsNoAnswer() {
    for (String broken :
        List.of(
            "{\"environments\":{}}",
            "{\"environments\":[{\"dimensions\":[{\"metrics\":[]}]}]}",
            group("[{\"timestamp\":0,\"value\":\"x\"}]"),
            group("[{\"timestamp\":" + (FROM.toEpochMilli() + 1) + ",\"value\":\"1\"}]"),
            group("[{\"timestamp\":" + FROM.toEpochMilli() + ",\"value\":\"1.5\"}]"),
            group("[{\"timestamp\":" + FROM.toEpochMilli() + ",\"value\":\"-1\"}]"),
            group("[{\"timestamp\":" + FROM.toEpochMilli() + ",\"value\":\"9e99\"}]"),
            group("[{\"value\":\"1\"}]"),
            group("{}"))) {
      assertThat(code(read(query -> StatsPages.tree(broken), 10)))
          .as(broken)
          .isEqualTo("APIGEE_STATS_NOT_UNDERSTOOD");
    }
  }

  @Test
  void whatTheClientReportsIsTheFailure() {
    var problem = Problem.vendor("APIGEE_QUOTA", "Too many calls.", "stats", "Wait.");
    StatsCall refusing =
        query -> {
          throw new ProblemException(problem);
        };
    assertThat(read(refusing, 10)).isEqualTo(new AggregateRead.Failed(problem));
  }

  @Test
  void anEnvironmentWithoutAnalyticsIsNeverAsked() {
    // Given
    var base = profile();
    var noAddOn = profile("extensible");
    // When
    for (GatewayProfile profile : List.of(base, noAddOn)) {
      var read = new StatsReader(apigee, () -> StatsAvailability.of(profile)).read(FROM, TO);
      // Then
      assertThat(read).isInstanceOf(AggregateRead.Unavailable.class);
    }
    assertThat(apigee.asked).isEmpty();
    assertThat(StatsAvailability.of(profile("extensible", "analytics"))).isEmpty();
  }

  private static String group(String values) {
    return """
    {"environments":[{"name":"prod","dimensions":[{"name":"a","metrics":[
      {"name":"sum(message_count)","values":%s}]}]}]}"""
        .formatted(values);
  }

  private static GatewayProfile profile(String... capabilities) {
    return new GatewayProfile(
        Vendor.APIGEE, "x", "v1", 1, new TreeSet<>(Set.of(capabilities)), new TreeMap<>());
  }

  private static AggregateRead read(StatsCall call, int rows) {
    return new StatsReader(call, Optional::empty, rows).read(FROM, TO);
  }

  private static List<AggregateBucket> complete(AggregateRead read) {
    assertThat(read).isInstanceOf(AggregateRead.Complete.class);
    return ((AggregateRead.Complete) read).buckets();
  }

  private static String code(AggregateRead read) {
    assertThat(read).isInstanceOf(AggregateRead.Failed.class);
    return ((AggregateRead.Failed) read).why().code();
  }
}
