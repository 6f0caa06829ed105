package io.entente.translator.envoy;

import static io.entente.translator.envoy.ForeignEnvoy.LISTENER;
import static io.entente.translator.envoy.ForeignEnvoy.PLAIN_ROUTES;
import static io.entente.translator.envoy.ForeignEnvoy.ROUTES;
import static io.entente.translator.envoy.ForeignEnvoy.kinds;
import static io.entente.translator.envoy.ForeignEnvoy.onRouteA;
import static io.entente.translator.envoy.ForeignEnvoy.read;
import static io.entente.translator.envoy.ForeignEnvoy.type;
import static io.entente.translator.envoy.ForeignEnvoy.why;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Limits as people write them, with what is left out left out. */
class ForeignLimitReadingTest {

  private static final LimitKey ROUTE = new LimitKey.Route();
  private static final String LIMIT_FILTER =
      """
      - name: limit
        typed_config: {%s, stat_prefix: l}
      """
          .formatted(type("local_ratelimit", "LocalRateLimit"));
  private static final String ON = "{default_value: {numerator: 100}}";

  private static String limit(String fields) {
    return "{%s, stat_prefix: l, %s}".formatted(type("local_ratelimit", "LocalRateLimit"), fields);
  }

  private static Reading readLimit(String fields) {
    return read(LIMIT_FILTER, onRouteA("limit", limit(fields)));
  }

  private static String acting(String bucket) {
    return "token_bucket: %s, filter_enabled: %s, filter_enforced: %s".formatted(bucket, ON, ON);
  }

  @Test
  void aBucketThatOneIntervalFillsIsARateLimitOfTheRoute() {
    // When
    Reading reading =
        readLimit(acting("{max_tokens: 100, tokens_per_fill: 100, fill_interval: 60s}"));

    // Then
    assertThat(kinds(reading))
        .containsExactly(new RateLimit(100, Duration.ofMinutes(1), ROUTE, OnMissingKey.DENY));
    assertThat(reading.policies().get(0).reach())
        .isEqualTo(new Reach.Native(new ObjectKey("route", "web/shop/a")));
    assertThat(reading.policies().get(0).unexpressed()).isEmpty();
    assertThat(reading.remainder()).containsOnlyKeys(LISTENER, ROUTES);
  }

  @Test
  void aBucketThatFillsOneByOneIsASpikeArrest() {
    // When
    Reading reading = readLimit(acting("{max_tokens: 5, fill_interval: 0.1s}"));

    // Then
    assertThat(kinds(reading))
        .containsExactly(new SpikeArrest(10, SpikeArrest.Per.SECOND, 5, ROUTE, OnMissingKey.DENY));
  }

  @Test
  void aLimitThatIsNotSwitchedOnIsNone() {
    // When
    Reading reading =
        readLimit("token_bucket: {max_tokens: 100, tokens_per_fill: 100, fill_interval: 60s}");

    // Then
    assertThat(reading.policies()).isEmpty();
  }

  @Test
  void aLimitOfAPartOfTheRequestsIsTold() {
    // When
    Reading reading =
        readLimit(
            "token_bucket: {max_tokens: 9, tokens_per_fill: 9, fill_interval: 1s}, filter_enabled:"
                + " {default_value: {numerator: 50}}, filter_enforced: "
                + ON);

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(why(reading, ROUTES)).contains("routes[name=a]").contains("enabled 50 of 100");
  }

  @Test
  void aLimitThatOnlyCountsIsTold() {
    // When
    Reading reading =
        readLimit(
            "token_bucket: {max_tokens: 9, tokens_per_fill: 9, fill_interval: 1s}, filter_enabled: "
                + ON);

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(why(reading, ROUTES)).contains("refuses nobody");
  }

  @Test
  void whatALimitSaysBesideIsListed() {
    // When
    Reading reading =
        readLimit(
            "token_bucket: {max_tokens: 9, tokens_per_fill: 9, fill_interval: 1s}, filter_enabled:"
                + " {runtime_key: on, default_value: {numerator: 1000000, denominator: MILLION}},"
                + " filter_enforced: "
                + ON
                + ", status: {code: ServiceUnavailable}, enable_x_ratelimit_headers:"
                + " DRAFT_VERSION_03");

    // Then
    assertThat(kinds(reading)).hasSize(1);
    assertThat(reading.policies().get(0).unexpressed())
        .containsOnlyKeys("filter_enabled.runtime_key", "status", "enable_x_ratelimit_headers");
  }

  @Test
  void aCountForEachConnectionOrDescriptorOfOthersIsNoLimit() {
    // When
    String bucket = acting("{max_tokens: 9, tokens_per_fill: 9, fill_interval: 1s}");
    Reading connection = readLimit(bucket + ", local_rate_limit_per_downstream_connection: true");
    Reading descriptors =
        readLimit(
            bucket
                + ", descriptors: [{entries: [{key: path, value: /x}], token_bucket: {max_tokens:"
                + " 1, fill_interval: 1s}}]");

    // Then
    assertThat(connection.policies()).isEmpty();
    assertThat(why(connection, ROUTES)).contains("local_rate_limit_per_downstream_connection");
    assertThat(descriptors.policies()).isEmpty();
    assertThat(why(descriptors, ROUTES)).contains("descriptors");
  }

  @Test
  void aBucketThatSeveralRoutesShareIsNoLimitOfTheirs() {
    // Given
    String shared = limit(acting("{max_tokens: 9, tokens_per_fill: 9, fill_interval: 1s}"));

    // When
    Reading host =
        read(LIMIT_FILTER, PLAIN_ROUTES + "    typed_per_filter_config: {limit: " + shared + "}\n");
    Reading chain = read("- {name: limit, typed_config: " + shared + "}\n", PLAIN_ROUTES);

    // Then
    assertThat(host.policies()).isEmpty();
    assertThat(why(host, ROUTES)).contains("One bucket counts 2 routes together");
    assertThat(chain.policies()).isEmpty();
    assertThat(why(chain, LISTENER)).contains("One bucket counts 2 routes together");
  }
}
