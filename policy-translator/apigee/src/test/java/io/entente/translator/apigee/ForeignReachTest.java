package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import io.entente.translator.reverse.Reading;
import io.entente.translator.testkit.CaseRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests a policy that users wrote is about. */
class ForeignReachTest {

  private static final String ARREST = "<SpikeArrest name='P'><Rate>30ps</Rate></SpikeArrest>";
  private static final Route ITEMS =
      new Route(
          new RouteName("items"),
          new PathMatch.Exact(Worlds.BASE + "/items"),
          new TreeSet<>(Set.of("GET")),
          Labels.none());

  @Test
  void namesTheEndpointWhereNoApiIsBound() {
    assertThat(UsersBundle.found(ARREST).reach()).isEqualTo(new Reach.Native(UsersBundle.ENDPOINT));
  }

  @Test
  void namesEveryRouteWhereTheyTakeTheWholeEndpoint() {
    // When
    Reading reading =
        new UsersBundle().step("P", ARREST).read(Worlds.bound(List.of(Worlds.ALL.get(0), ITEMS)));

    // Then
    FoundPolicy found = reading.policies().get(0);
    assertThat(found.reach()).isEqualTo(new Reach.Routes(Set.of(target("all"), target("items"))));
    assertThat(found.unexpressed()).containsOnlyKeys("Step");
  }

  @Test
  void namesTheEndpointWhereRoutesTakeOnlyPartOfIt() {
    assertThat(
            new UsersBundle()
                .step("P", ARREST)
                .read(Worlds.bound(List.of(ITEMS)))
                .policies()
                .get(0)
                .reach())
        .isEqualTo(new Reach.Native(UsersBundle.ENDPOINT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(proxy.pathsuffix MatchesPath \"/items\") and (request.verb = \"GET\")",
        "proxy.pathsuffix = \"/items\" &amp;&amp; request.verb == \"GET\"",
        "((request.verb Equals \"GET\") AND (proxy.pathsuffix ~/ \"/items\"))"
      })
  void namesTheRouteThatAFlowIs(String condition) {
    assertThat(
            new UsersBundle()
                .flow("proxy.pathsuffix = \"/other\"", "Request", "Q", ARREST.replace("'P'", "'Q'"))
                .flow(condition, "Request", "P", ARREST)
                .read(Worlds.bound(List.of(ITEMS)))
                .policies())
        .extracting(FoundPolicy::reach)
        .containsExactly(new Reach.Routes(Set.of(target("items"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy.pathsuffix MatchesPath \"/items/**\"",
        "(proxy.pathsuffix MatchesPath \"/items\") and (request.verb = \"GET\") and (a = \"b\")",
        "(proxy.pathsuffix MatchesPath \"/items\") or (request.verb = \"GET\")",
        "!(proxy.pathsuffix MatchesPath \"/items\")",
        "(proxy.pathsuffix MatchesPath \"/items\") and (request.verb != \"GET\")",
        "proxy.pathsuffix MatchesPath \"/items\"",
        "(proxy.pathsuffix = \"/items\") and (request.verb = \"POST\")",
        "((((((("
      })
  void leavesStepsUnderAConditionThatIsNoRoutes(String condition) {
    assertThat(
            UsersBundle.why(
                new UsersBundle()
                    .flow(condition, "Request", "P", ARREST)
                    .read(Worlds.bound(List.of(ITEMS)))))
        .contains("Policy P runs under the condition");
  }

  @Test
  void leavesStepsThatGetOnlyWhatAnEarlierFlowLeaves() {
    assertThat(
            UsersBundle.why(
                new UsersBundle()
                    .flow("request.header.a = \"b\"", "Request", "Q", "<JavaScript name='Q'/>")
                    .flow(
                        "proxy.pathsuffix = \"/items\" and request.verb = \"GET\"",
                        "Request",
                        "P",
                        ARREST)
                    .read(Worlds.bound(List.of(ITEMS)))))
        .contains("Policy P runs for what is left");
  }

  @Test
  void leavesWhatRunsOnTheWayBack() {
    assertThat(UsersBundle.why(new UsersBundle().flow("", "Response", "P", ARREST).read()))
        .contains("on the way back");
  }

  @Test
  void leavesStepsWithoutAFile() {
    assertThat(
            UsersBundle.why(
                new UsersBundle()
                    .flow("", "Request", "P", ARREST)
                    .policy("P", "<!DOCTYPE a><a/>")
                    .read()))
        .contains("not there or no plain XML");
  }

  @Test
  void readsTheSharedFlowOfAHookForTheWholeGateway() {
    // When
    Reading reading = new UsersBundle().hook("PreProxyFlowHook", "false", "P", ARREST).read();

    // Then
    assertThat(reading.policies())
        .extracting(FoundPolicy::from, FoundPolicy::reach)
        .containsExactly(tuple(UsersBundle.FLOW, new Reach.WholeGateway()));
    assertThat(reading.expressed()).isEmpty();
    assertThat(reading.remainder()).containsKey(UsersBundle.FLOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "true"})
  void leavesTheSharedFlowOfAHookThatLetsRequestsPass(String continueOnError) {
    // When
    Reading reading =
        new UsersBundle().hook("PreProxyFlowHook", continueOnError, "P", ARREST).read();

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.reasons().get(UsersBundle.FLOW)).contains("lets requests pass");
  }

  @Test
  void leavesLimitsOfAHookOnTheWayBack() {
    assertThat(
            new UsersBundle()
                .hook("PostProxyFlowHook", "false", "P", ARREST)
                .read()
                .reasons()
                .get(UsersBundle.FLOW))
        .contains("on the way back");
  }

  private static RouteTarget target(String route) {
    return new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName(route));
  }
}
