package io.entente.translator.kong;

import static io.entente.translator.kong.Foreign.KEY;
import static io.entente.translator.kong.Foreign.ON_ROUTE;
import static io.entente.translator.kong.Foreign.kinds;
import static io.entente.translator.kong.Foreign.plugin;
import static io.entente.translator.kong.Foreign.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.translator.reverse.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of groups as people write them. */
class ForeignGroupsTest {

  @Test
  void expressesGroupsThatAreJustWhatAPolicyWrites() {
    // When
    Reading reading = read(plugin("acl", "{allow: [gold, our staff]}", ON_ROUTE));

    // Then
    assertThat(reading.expressed()).containsExactly(KEY);
    assertThat(kinds(reading))
        .containsExactly(
            new ConsumerAccess(
                new Callers(List.of(), List.of("gold", "our staff")),
                Callers.NOBODY,
                OnUnknown.DENY));
  }

  @Test
  void saysWhatTheUpstreamSeesOtherwise() {
    // When
    Reading reading = read(plugin("acl", "{deny: [left], hide_groups_header: true}", ON_ROUTE));

    // Then
    assertThat(kinds(reading))
        .containsExactly(
            new ConsumerAccess(
                Callers.NOBODY, new Callers(List.of(), List.of("left")), OnUnknown.DENY));
    assertThat(reading.policies().get(0).unexpressed())
        .containsOnlyKeys("config.hide_groups_header");
    assertThat(reading.remainder()).containsKey(KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {} | allows nobody and denies nobody
          {allow: []} | allows nobody and denies nobody
          {allow: [gold, gold]} | has 'gold' twice
          {allow: ['{gold}']} | a policy cannot hold
          {allow: gold} | config.allow is no list
          {allow: [1]} | config.allow is no text
          {allow: [a], deny: [a]} | is allowed and denied
          {allow: [a], deny: [b]} | 1 acl runs on a route and has 1 list
          {allow: [a], always_use_authenticated_groups: true} | means another thing
          """)
  void leavesToKongWhatNoPolicyMeans(String config, String reason) {
    // When
    Reading reading = read(plugin("acl", config, ON_ROUTE));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.remainder()).containsKey(KEY);
    assertThat(reading.reasons().get(KEY)).contains(reason);
  }
}
