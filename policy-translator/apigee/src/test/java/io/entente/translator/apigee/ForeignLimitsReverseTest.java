package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Quota;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.translator.reverse.FoundPolicy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits as users write them. */
class ForeignLimitsReverseTest {

  @Test
  void readsSpikeArrestOfTheSamples() {
    // When
    FoundPolicy found =
        UsersBundle.found(
            """
            <SpikeArrest async="false" continueOnError="false" enabled="true" name="P">
              <DisplayName>SA-1</DisplayName>
              <Properties/>
              <Rate>30ps</Rate>
            </SpikeArrest>
            """);

    // Then
    assertThat(found.kind())
        .isEqualTo(
            new SpikeArrest(
                30, SpikeArrest.Per.SECOND, 1, new LimitKey.Route(), OnMissingKey.SHARED));
    assertThat(found.unexpressed()).isEmpty();
  }

  @Test
  void readsSpikeArrestThatCountsAsRateLimit() {
    assertThat(
            UsersBundle.found(
                    "<SpikeArrest name='P'><Rate>5ps</Rate><UseEffectiveCount>true</UseEffectiveCount>"
                        + "<Identifier ref='client.resolved.ip'/></SpikeArrest>")
                .kind())
        .isEqualTo(
            new RateLimit(5, Duration.ofSeconds(1), new LimitKey.ClientIp(), OnMissingKey.SHARED));
  }

  @Test
  void readsRollingQuotaAsRateLimitAndSaysWhatItsHeaderLoses() {
    // When
    FoundPolicy found =
        UsersBundle.found(
            """
            <Quota name="P" type="rollingwindow">
              <Identifier ref="request.header.X-Client"/>
              <Allow count="100"/>
              <Interval>5</Interval>
              <TimeUnit>minute</TimeUnit>
              <Distributed>true</Distributed>
              <Synchronous>true</Synchronous>
            </Quota>
            """);

    // Then
    assertThat(found.kind())
        .isEqualTo(
            new RateLimit(
                100, Duration.ofMinutes(5), new LimitKey.Header("x-client"), OnMissingKey.SHARED));
    assertThat(found.unexpressed()).containsOnlyKeys("Identifier");
  }

  @Test
  void readsQuotaWithoutTypeByTheCalendarAndSaysThatProcessorsCountAlone() {
    // When
    FoundPolicy found =
        UsersBundle.found(
            "<Quota name='P'><Allow count='2000'/><Interval>1</Interval><TimeUnit>month</TimeUnit></Quota>");

    // Then
    assertThat(found.kind())
        .isEqualTo(new Quota(2000, Quota.Period.MONTH, new LimitKey.Route(), OnMissingKey.SHARED));
    assertThat(found.unexpressed()).containsOnlyKeys("Distributed");
  }

  @Test
  void saysThatCountsAreSynchronisedLate() {
    assertThat(
            UsersBundle.found(
                    "<Quota name='P'><Allow count='9'/><Interval>1</Interval><TimeUnit>day</TimeUnit>"
                        + "<Distributed>true</Distributed></Quota>")
                .unexpressed())
        .isEqualTo(
            Map.of("Synchronous", "Counts are put together only now and then, so that more pass."));
  }

  @ParameterizedTest
  @CsvSource({
    "hour, 2020-02-28 03:00:00, true",
    "hour, 2020-02-28 03:30:00, false",
    "day, 2020-02-28 00:00:00, true",
    "day, 2020-02-28 12:00:00, false",
    "week, 2024-01-01 00:00:00, true",
    "week, 2024-01-02 00:00:00, false",
    "month, 2024-02-01 00:00:00, true",
    "month, 2024-02-30 00:00:00, false",
    "month, 2024-02-02 00:00:00, false",
  })
  void takesCalendarQuotaOnlyWhereItsPeriodsAreThoseOfUtc(
      String unit, String start, boolean taken) {
    // Given
    String quota =
        "<Quota name='P' type='calendar'><Allow count='9'/><Interval>1</Interval><TimeUnit>%s</TimeUnit><StartTime>%s</StartTime></Quota>"
            .formatted(unit, start);

    // When, Then
    if (taken) {
      assertThat(UsersBundle.found(quota).kind()).isInstanceOf(Quota.class);
    } else {
      assertThat(UsersBundle.why(quota)).contains(start);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<SpikeArrest name='P'><Rate ref='request.header.rate'>5ps</Rate></SpikeArrest>|flow variable request.header.rate",
        "<SpikeArrest name='P'><Rate>5</Rate></SpikeArrest>|no number with ps or pm",
        "<SpikeArrest name='P'><Rate>0ps</Rate></SpikeArrest>|rate 0",
        "<SpikeArrest name='P'/>|no Rate",
        "<SpikeArrest name='P'><Rate>5pm</Rate><UseEffectiveCount>true</UseEffectiveCount></SpikeArrest>|in what window",
        "<SpikeArrest name='P'><Rate>5ps</Rate><MessageWeight ref='request.header.weight'/></SpikeArrest>|MessageWeight",
        "<SpikeArrest name='P' enabled='false'><Rate>5ps</Rate></SpikeArrest>|switched off",
        "<SpikeArrest name='P' continueOnError='true'><Rate>5ps</Rate></SpikeArrest>|lets requests pass",
        "<SpikeArrest name='P'><Rate>5ps</Rate><Rate>6ps</Rate></SpikeArrest>|2 times",
        "<Quota name='P'><Allow count='5' countRef='verifyapikey.V.apiproduct.developer.quota.limit'/><Interval>1</Interval><TimeUnit>day</TimeUnit></Quota>|flow variable verifyapikey.V",
        "<Quota name='P'><Allow count='5'/><Interval ref='x'>1</Interval><TimeUnit>day</TimeUnit></Quota>|flow variable x",
        "<Quota name='P'><Allow count='5'/><Interval>1</Interval><TimeUnit>minute</TimeUnit></Quota>|rateLimit counts any window",
        "<Quota name='P'><Allow count='5'/><Interval>2</Interval><TimeUnit>day</TimeUnit></Quota>|periods of 2 days",
        "<Quota name='P' type='flexi'><Allow count='5'/><Interval>1</Interval><TimeUnit>day</TimeUnit></Quota>|first request",
        "<Quota name='P' type='rollingwindow'><Allow count='5'/><Interval>1</Interval><TimeUnit>month</TimeUnit></Quota>|length varies",
        "<Quota name='P' type='rollingwindow'><Allow count='5'/><Interval>2147483647</Interval><TimeUnit>week</TimeUnit></Quota>|window",
        "<Quota name='P'><Allow count='5'/><Interval>1</Interval><TimeUnit>day</TimeUnit><Identifier ref='developer.app.name'/></Quota>|developer.app.name",
        "<Quota name='P'><Allow count='5'><Class ref='x'/></Allow><Interval>1</Interval><TimeUnit>day</TimeUnit></Quota>|Class",
        "<Quota name='P'><Allow count='five'/><Interval>1</Interval><TimeUnit>day</TimeUnit></Quota>|no whole number",
        "<Quota name='P'><EnforceOnly>true</EnforceOnly><Allow count='5'/><Interval>1</Interval><TimeUnit>day</TimeUnit></Quota>|EnforceOnly",
        "<ResponseCache name='P'/>|type ResponseCache",
        "<Quota name='P'|no plain XML",
      })
  void leavesWhatNoLimitSaysWithTheReason(String policy, String reason) {
    assertThat(UsersBundle.why(policy)).contains("Policy P").contains(reason);
  }
}
