package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.policy.AccessBlock;
import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.Quota;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is stated of a block's place after everything else is what a node does. */
class BlockOrderTest {

  private static final AccessBlock BLOCK = new AccessBlock(451, "text/plain", "closed");

  @Test
  void blockedRequestsUseUpTheLimitsAsStated() {
    // Given
    Translation translation =
        translate(new Quota(2, Quota.Period.MONTH, new LimitKey.Route(), OnMissingKey.IP));

    // Then
    assertThat(codes(translation))
        .containsExactly(
            "runs-last DIFFERENT 1 that run before it answer whom they refuse: rate-limiting 429",
            "limits-consumed STRICTER each blocked request takes 1 of the limits of the route, where it is meant to take 0");
    assertThat(answers(translation)).containsExactly(451, 451, 429);
  }

  @Test
  void aRefusedAddressGetsItsStatusFirstAsStated() {
    // Given
    Translation translation =
        translate(new IpFilter(List.of(), List.of(Cidr.parse("127.0.0.0/8"))));

    // Then
    assertThat(codes(translation))
        .containsExactly(
            "runs-last DIFFERENT 1 that run before it answer whom they refuse: ip-restriction 403");
    assertThat(answers(translation)).containsExactly(403, 403, 403);
  }

  @Test
  void aPluginThatAnswersByItselfIsStatedAsLooser() {
    // Given
    Translation translation =
        Worlds.translate(
            Worlds.estate(
                "{id: 0d000000-0000-4000-8000-000000000001, name: proxy-cache, config: {}},"
                    + "{id: 0d000000-0000-4000-8000-000000000002, name: pre-function, enabled: false, config: {}}"),
            List.of(Policies.enforcing("block", BLOCK)));

    // Then
    assertThat(deviations(translation))
        .singleElement()
        .satisfies(
            deviation -> {
              assertThat(deviation.direction()).isEqualTo(Direction.LOOSER);
              assertThat(deviation.bound()).contains("(proxy-cache)");
            });
  }

  @Test
  void aPlaceBehindPluginsThatWereNotRecordedIsNotSaidToBe() {
    // When
    Translation translation =
        Worlds.translate(
            Worlds.estate("{id: 0d000000-0000-4000-8000-000000000001, name: redirect, config: {}}"),
            List.of(Policies.enforcing("block", BLOCK)));

    // Then
    assertThat(deviations(translation)).hasSize(1);
    assertThat(translation.fidelity().entries().get(0).fields())
        .filteredOn(field -> field.field().equals("mode"))
        .singleElement()
        .satisfies(mode -> assertThat(mode.evidence()).isEqualTo(EvidenceGrade.DOCUMENTED));
  }

  private static Translation translate(PolicyKind beside) {
    List<Policy> policies =
        List.of(Policies.enforcing("block", BLOCK), Policies.enforcing("beside", beside));
    Translation translation = Worlds.translate(policies);
    assertThat(translation.refusals()).isEmpty();
    return translation;
  }

  private static List<String> codes(Translation translation) {
    return deviations(translation).stream()
        .map(each -> each.code() + " " + each.direction() + " " + each.bound())
        .toList();
  }

  private static List<Deviation> deviations(Translation translation) {
    return translation.fidelity().entries().stream()
        .filter(policy -> policy.kind().equals("accessBlock"))
        .flatMap(policy -> policy.fields().stream())
        .filter(field -> field.field().equals("mode"))
        .flatMap(field -> field.deviations().stream())
        .toList();
  }

  private static List<Integer> answers(Translation translation) {
    var answers = new ArrayList<Integer>();
    try (var kong = new RunningKong()) {
      kong.hold(List.of(), translation.objects().values());
      for (int i = 0; i < 3; i++) {
        answers.add(kong.call(kong.request().GET().build()).statusCode());
      }
    }
    return answers;
  }
}
