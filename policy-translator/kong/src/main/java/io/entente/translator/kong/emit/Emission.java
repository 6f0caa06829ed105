package io.entente.translator.kong.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What policies of one kind become on one route.
 *
 * @param plugins at most one per plugin name
 * @param fidelity one entry per policy, in the order given
 * @param refusals what is missing before anything can go out
 * @param service what they say of the route's service
 */
public record Emission(
    List<PluginDraft> plugins,
    List<PolicyFidelity> fidelity,
    List<Problem> refusals,
    Optional<ServicePart> service) {

  public Emission {
    plugins = List.copyOf(plugins);
    fidelity = List.copyOf(fidelity);
    refusals = List.copyOf(refusals);
  }

  /** Plugins alone. */
  public Emission(
      List<PluginDraft> plugins, List<PolicyFidelity> fidelity, List<Problem> refusals) {
    this(plugins, fidelity, refusals, Optional.empty());
  }

  /** Nothing goes out: the node does not have the plugin. */
  static Emission withoutPlugin(String plugin, List<Policy> policies, Place place) {
    return nothing(policies, place, ledger -> refuse(ledger, plugin));
  }

  /** Nothing goes out, and every policy says why at {@code mode}. */
  public static Emission nothing(List<Policy> policies, Place place, Consumer<FieldLedger> why) {
    return new Emission(
        List.of(),
        policies.stream()
            .map(
                policy -> {
                  var ledger = new FieldLedger(policy);
                  why.accept(ledger);
                  return ledger.report(place.route());
                })
            .toList(),
        List.of());
  }

  /** The nearest of the policies is one plugin; the others say nothing. */
  static Emission ofNearest(
      String plugin,
      List<Policy> policies,
      Place place,
      Function<Policy, Node.Obj> config,
      BiFunction<Policy, Place, PolicyFidelity> judge) {
    if (!place.has(plugin)) {
      return withoutPlugin(plugin, policies, place);
    }
    Policy nearest = policies.get(policies.size() - 1);
    return new Emission(
        List.of(new PluginDraft(plugin, config.apply(nearest), List.of(nearest), "")),
        policies.stream()
            .map(
                policy ->
                    policy.equals(nearest)
                        ? judge.apply(policy, place)
                        : new FieldLedger(policy).report(place.route()))
            .toList(),
        List.of());
  }

  /** What the nearest of the policies says of itself; the others say nothing. */
  static List<PolicyFidelity> nearestSays(
      List<Policy> policies, Place place, Consumer<FieldLedger> judge) {
    Policy nearest = policies.get(policies.size() - 1);
    return policies.stream()
        .map(
            policy -> {
              var ledger = new FieldLedger(policy);
              if (policy.equals(nearest)) {
                judge.accept(ledger);
              }
              return ledger.report(place.route());
            })
        .toList();
  }

  private static void refuse(FieldLedger ledger, String plugin) {
    ledger.unsupported(
        "mode",
        Evidence.NODE_PLUGINS.grade(),
        new Stated(ledger.policy().id())
            .different(
                "plugin-not-enabled",
                "0 of 1 plugin needed, " + plugin + ", is enabled on the gateway",
                "Add " + plugin + " to the node's plugins setting."));
  }
}
