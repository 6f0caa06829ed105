package io.entente.cli.offline;

import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.policy.TargetRef;
import io.entente.policy.TargetRef.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which gateway of the documents is meant, and what its name and labels are taken to be. */
final class GatewayChoice {

  /** The name of a gateway that no document names. */
  static final String UNNAMED = "gateway";

  private static final String ENVIRONMENT = "environment";

  private final OfflineDocuments documents;
  private final List<TargetRef> targets;

  GatewayChoice(OfflineDocuments documents) {
    this.documents = documents;
    this.targets = documents.policies().stream().flatMap(p -> p.spec().targets().stream()).toList();
  }

  /**
   * @param name the gateway that is meant; empty where the documents name one at most
   * @param labels that it has; what selectors ask for comes on top
   * @throws ProblemException GATEWAY_AMBIGUOUS, GATEWAY_NOT_IN_DOCUMENTS or GATEWAY_NAME
   */
  Gateway of(Vendor vendor, Optional<String> name, Map<String, String> labels) {
    SortedSet<String> named = named();
    if (name.isEmpty() && named.size() > 1) {
      throw new ProblemException(
          Problem.user(
              "GATEWAY_AMBIGUOUS",
              "The documents name several gateways, and one is translated for at a time.",
              "--gateway",
              "Name one with --gateway: " + String.join(", ", named) + "."));
    }
    if (name.isPresent() && !ofApis().isEmpty() && !ofApis().contains(name.get())) {
      throw new ProblemException(
          Problem.user(
              "GATEWAY_NOT_IN_DOCUMENTS",
              "No Api document names gateway '" + name.get() + "'.",
              "--gateway",
              name.get(),
              "Name one of " + String.join(", ", ofApis()) + "."));
    }
    String chosen = name.orElseGet(() -> named.isEmpty() ? UNNAMED : named.first());
    return new Gateway(
        new Tenant(sole(Kind.TENANT).orElse("main")),
        id(chosen),
        vendor,
        labels(labels),
        Gateway.WriteMode.MANAGED);
  }

  /** What a caller wrote at {@code --gateway}. */
  static GatewayId id(String name) {
    try {
      return new GatewayId(name);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.user(
              "GATEWAY_NAME",
              "A gateway cannot be called so.",
              "--gateway",
              name,
              "Use a-z, 0-9, '-' and '.', with a letter or digit first and last."));
    }
  }

  private SortedSet<String> named() {
    var named = new TreeSet<>(ofApis());
    targets.stream()
        .filter(ref -> ref.kind() == Kind.GATEWAY)
        .forEach(ref -> ref.name().ifPresent(named::add));
    return named;
  }

  private SortedSet<String> ofApis() {
    var named = new TreeSet<String>();
    for (Api api : documents.apis()) {
      api.gateways().forEach(gateway -> named.add(gateway.value()));
      api.bindings().stream().map(Binding::gateway).forEach(g -> named.add(g.value()));
    }
    return named;
  }

  private Optional<String> sole(Kind kind) {
    List<String> names =
        targets.stream()
            .filter(ref -> ref.kind() == kind)
            .flatMap(ref -> ref.name().stream())
            .distinct()
            .toList();
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  private Labels labels(Map<String, String> given) {
    SortedMap<String, String> labels = new TreeMap<>();
    sole(Kind.ENVIRONMENT).ifPresent(name -> labels.put(ENVIRONMENT, name));
    targets.stream()
        .filter(ref -> ref.kind() == Kind.GATEWAY)
        .forEach(ref -> ref.selector().values().forEach(labels::putIfAbsent));
    labels.putAll(given);
    return new Labels(labels);
  }
}
