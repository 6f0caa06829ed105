package io.entente.simulator.apigee.stats;

import static io.entente.simulator.apigee.harness.Client.ENV;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.EnvironmentSpec;
import io.entente.simulator.apigee.EnvironmentType;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.OrganizationSpec;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.FakePlane;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.SettableClock;
import io.entente.simulator.apigee.plane.RequestFact;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatsTest {

  private static final Instant TEN = Instant.parse("2026-11-21T10:00:00Z");
  private static final String RANGE = "11/21/2026 10:00~11/21/2026 11:00";

  private final SettableClock clock = new SettableClock(TEN.plusSeconds(1800));
  private final FakePlane plane = new FakePlane();
  private final Client client =
      Client.start(
          Options.defaults()
              .withClock(clock)
              .withTokenLife(Duration.ofDays(1))
              .withAnalyticsCallsPerMinute(5)
              .withDelays(Duration.ZERO, Duration.ofMinutes(5))
              .withDataPlane(plane));

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void sumsByDimensionWithTextsForNumbers() {
    // Given
    serve("a", "GET", 0, 200, 30);
    serve("a", "GET", 1, 500, 50);
    serve("b", "POST", 2, 200, 10);

    // When
    Reply reply = query("apiproxy,request_verb", "sum(message_count),avg(total_response_time)", "");

    // Then
    assertThat(reply.text("/environments/0/name")).isEqualTo("test");
    assertThat(reply.text("/environments/0/dimensions/0/name")).isEqualTo("a,GET");
    assertThat(reply.texts("/environments/0/dimensions/0/individualNames", ""))
        .containsExactly("a", "GET");
    assertThat(reply.texts("/environments/0/dimensions/0/metrics/0/values", ""))
        .containsExactly("2.0");
    assertThat(reply.texts("/environments/0/dimensions/0/metrics/1/values", ""))
        .containsExactly("40.0");
    assertThat(reply.at("/metaData/errors").isArray()).isTrue();
  }

  @Test
  void splitsByTimeUnit() {
    // Given
    serve("a", "GET", 0, 200, 30);
    serve("a", "GET", 59, 200, 30);
    serve("a", "GET", 60, 200, 30);

    // When
    Reply newestFirst = query("apiproxy", "sum(message_count)", "&timeUnit=minute");
    Reply oldestFirst =
        query("apiproxy", "sum(message_count)", "&timeUnit=minute&tsAscending=true");

    // Then
    String values = "/environments/0/dimensions/0/metrics/0/values";
    assertThat(oldestFirst.texts(values, "value")).containsExactly("2.0", "1.0");
    assertThat(newestFirst.texts(values, "value")).containsExactly("1.0", "2.0");
    assertThat(oldestFirst.at(values + "/0/timestamp").asLong()).isEqualTo(TEN.toEpochMilli());
    assertThat(query("apiproxy", "sum(message_count)", "&timeUnit=second").at(values)).hasSize(3);
    assertThat(query("apiproxy", "sum(message_count)", "&timeUnit=hour").at(values)).hasSize(1);
  }

  @Test
  void showsRequestsAfterTheDelay() {
    // Given
    serve("a", "GET", 1790, 200, 30);

    // When
    Reply early = query("apiproxy", "sum(message_count)", "");
    clock.forward(Duration.ofMinutes(5));
    Reply late = query("apiproxy", "sum(message_count)", "");

    // Then
    assertThat(early.at("/environments/0").has("dimensions")).isFalse();
    assertThat(late.at("/environments/0/dimensions")).hasSize(1);
  }

  @Test
  void pagesByLimitAndOffsetAndTellsWhenItTruncates() {
    // Given
    for (String proxy : new String[] {"a", "b", "c"}) {
      serve(proxy, "GET", 0, 200, 30);
    }

    // When
    Reply first = query("apiproxy", "sum(message_count)", "&limit=2");
    Reply second = query("apiproxy", "sum(message_count)", "&limit=2&offset=2");

    // Then
    assertThat(first.texts("/environments/0/dimensions", "name")).containsExactly("a", "b");
    assertThat(first.texts("/metaData/notices", "")).anyMatch(text -> text.contains("truncated"));
    assertThat(second.texts("/environments/0/dimensions", "name")).containsExactly("c");
    assertThat(second.texts("/metaData/notices", "")).noneMatch(text -> text.contains("truncated"));
  }

  @Test
  void filtersAndSorts() {
    // Given
    serve("a", "GET", 0, 200, 30);
    serve("b", "GET", 0, 200, 30);
    serve("b", "GET", 1, 200, 30);
    serve("c", "DELETE", 0, 200, 30);

    // When
    Reply reply =
        query(
            "apiproxy",
            "sum(message_count)",
            "&sortby=sum(message_count)&sort=DESC&topk=2&filter="
                + encode("(request_verb in 'GET','POST') and (apiproxy ne 'x')"));

    // Then
    assertThat(reply.texts("/environments/0/dimensions", "name")).containsExactly("b", "a");
  }

  @Test
  void refusesWhatItCannotAnswer() {
    // Then
    assertThat(query("color", "sum(message_count)", "").status()).isEqualTo(400);
    assertThat(query("apiproxy", "median(message_count)", "").status()).isEqualTo(400);
    assertThat(query("apiproxy", "sum(message_count)", "&timeUnit=year").status()).isEqualTo(400);
    assertThat(client.get(ENV + "/stats/apiproxy?select=sum(message_count)").status())
        .isEqualTo(400);
  }

  @Test
  void limitsQueriesAMinute() {
    // Given
    for (int i = 0; i < 5; i++) {
      query("apiproxy", "sum(message_count)", "");
    }

    // Then
    assertThat(query("apiproxy", "sum(message_count)", "").status()).isEqualTo(429);
  }

  @Test
  void refusesWithoutTheAddOn() {
    // Given
    OrganizationSpec spec =
        OrganizationSpec.of("acme", "test")
            .withEnvironments(new EnvironmentSpec("test", EnvironmentType.COMPREHENSIVE, false));
    client.get(ENV);
    try (Client without = Client.start(Options.defaults().withOrganizations(spec))) {
      // When
      Reply reply =
          without.get(ENV + "/stats/apiproxy?select=sum(message_count)&timeRange=" + encode(RANGE));

      // Then
      assertThat(reply.text("/error/status")).isEqualTo("FAILED_PRECONDITION");
    }
  }

  private Reply query(String dimensions, String select, String rest) {
    return client.get(
        ENV + "/stats/" + dimensions + "?select=" + select + "&timeRange=" + encode(RANGE) + rest);
  }

  private void serve(String proxy, String verb, int second, int status, long millis) {
    plane.serve(
        new RequestFact(
            "test",
            proxy,
            "1",
            "/" + proxy,
            verb,
            TEN.toEpochMilli() + second * 1000L,
            status,
            status,
            millis,
            millis / 2,
            10,
            20,
            false,
            status >= 500));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
