package io.entente.translator.kong;

import io.entente.policy.Policy;
import io.entente.translator.Stated;
import io.entente.translator.kong.emit.Emission;
import io.entente.translator.kong.emit.Evidence;
import io.entente.translator.kong.emit.Place;
import io.entente.translator.kong.emit.PluginDraft;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether what policies become can be for some consumers. */
final class ConsumerScope {

  /** Of the plugins we write those whose schemas, of 3.9 and of 3.15, take a consumer. */
  static final Set<String> PLUGINS =
      Set.of(
          "http-log",
          "proxy-cache",
          "rate-limiting",
          "request-size-limiting",
          "request-transformer",
          "response-transformer",
          "upstream-timeout",
          "xml-threat-protection");

  private ConsumerScope() {}

  /**
   * The same, or nothing where that would hold for others too.
   *
   * @param onRoute those that go out on the route for everybody, of the same kinds
   */
  static Emission of(
      Emission emission, List<Policy> policies, Place place, List<PluginDraft> onRoute) {
    return why(emission, onRoute).map(why -> nothing(why, policies, place)).orElse(emission);
  }

  private static Optional<String> why(Emission emission, List<PluginDraft> onRoute) {
    if (emission.service().isPresent()) {
      return Optional.of("it is said of the service of the route, which all callers share");
    }
    var names = new TreeSet<>(emission.plugins().stream().map(PluginDraft::name).toList());
    return names.stream()
        .filter(name -> !PLUGINS.contains(name))
        .findFirst()
        .map(name -> "plugin " + name + " has no consumer scope")
        .or(
            () ->
                onRoute.stream()
                    .map(PluginDraft::name)
                    .filter(name -> !names.contains(name))
                    .findFirst()
                    .map(
                        name ->
                            "the instance of "
                                + name
                                + " for everybody would act for them too, and a disabled one"
                                + " switches off nothing"));
  }

  private static Emission nothing(String why, List<Policy> policies, Place place) {
    String whom = String.join(", ", new TreeSet<>(place.consumers()));
    return Emission.nothing(
        policies,
        place,
        ledger ->
            ledger.unsupported(
                "mode",
                Evidence.NO_CONSUMER_SCOPE.grade(),
                new Stated(ledger.policy().id())
                    .different(
                        "no-consumer-scope",
                        "0 of %d consumers (%s) can be told from others: %s"
                            .formatted(place.consumers().size(), whom, why),
                        "Have the policy hold for everybody on this gateway, or on a route of its"
                            + " own.")));
  }
}
