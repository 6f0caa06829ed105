package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.NamedPattern;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code injectionProtection} as injection-protection of the enterprise edition, with patterns of
 * ours only: every pattern of the route in every place that any policy names.
 */
public final class InjectionProtectionEmitter implements KindEmitter {

  public static final String PLUGIN = "injection-protection";

  @Override
  public Set<String> kindNames() {
    return Set.of("injectionProtection");
  }

  @Override
  public boolean observes() {
    return true;
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.enterprise()) {
      return PayloadBounds.openSource(PLUGIN, policies, place);
    }
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    List<Policy> enforcing = PayloadBounds.enforcing(policies);
    if (enforcing.isEmpty()) {
      return Emission.nothing(policies, place, ledger -> PayloadBounds.observed(ledger, PLUGIN));
    }
    var rules = enforcing.stream().map(InjectionProtectionEmitter::rule).toList();
    Set<String> locations = new TreeSet<>();
    rules.forEach(rule -> locations.addAll(locations(rule)));
    return new Emission(
        List.of(new PluginDraft(PLUGIN, config(rules, locations), enforcing, "")),
        policies.stream().map(policy -> judge(policy, rules, locations, place)).toList(),
        List.of());
  }

  private static InjectionProtection rule(Policy policy) {
    return (InjectionProtection) policy.spec().kind();
  }

  private static Set<String> locations(InjectionProtection rule) {
    var locations = new TreeSet<String>();
    rule.in().forEach(in -> locations.add(in.name().toLowerCase(Locale.ROOT)));
    if (!rule.headers().isEmpty()) {
      locations.add("headers");
    }
    return locations;
  }

  private static Node.Obj config(List<InjectionProtection> rules, Set<String> locations) {
    var patterns = new LinkedHashSet<NamedPattern>();
    rules.forEach(rule -> patterns.addAll(rule.all()));
    var names = new TreeSet<String>();
    var injections = new ArrayList<Node>();
    for (NamedPattern each : patterns) {
      String name = each.name();
      for (int i = 2; !names.add(name); i++) {
        name = each.name() + "-" + i;
      }
      injections.add(Doc.of("name", name).with("regex", Node.text(each.pattern())));
    }
    return Doc.of("custom_injections", Node.arr(injections))
        // of those that come with Kong nobody says what they look for
        .with("injection_types", Doc.texts(List.of()))
        .with("locations", Doc.texts(List.copyOf(locations)))
        .with("enforcement_mode", Node.text("block"))
        .with("error_status_code", Node.number(400))
        .with("error_message", Node.text("Bad Request"));
  }

  private static PolicyFidelity judge(
      Policy policy, List<InjectionProtection> rules, Set<String> locations, Place place) {
    var ledger = new FieldLedger(policy);
    if (policy.spec().mode() == Mode.OBSERVE) {
      PayloadBounds.observed(ledger, PLUGIN);
      return ledger.report(place.route());
    }
    InjectionProtection rule = rule(policy);
    var stated = new Stated(policy.id());
    List<Deviation> dialect =
        List.of(
            stated.looser(
                "ascii-case",
                "1 of 2 spellings is found where case is ignored and a letter beyond ASCII stands"
                    + " for one of ASCII, as \u017F for s",
                "None needed where the upstream does not take them for each other."));
    var wider = new ArrayList<Deviation>();
    if (rules.size() > 1 && !locations.equals(locations(rule))) {
      wider.add(
          stated.stricter(
              "places-joined",
              "looked for in %d places (%s), not in %d: other policies of the route name them"
                  .formatted(
                      locations.size(), String.join(", ", locations), locations(rule).size()),
              "Name the same places in all policies of the route."));
    }
    for (int i = 0; i < rule.families().size(); i++) {
      ledger.emitted("families[" + i + "]", Evidence.ENTERPRISE_SCHEMA.grade(), dialect);
    }
    for (int i = 0; i < rule.patterns().size(); i++) {
      var read = new ArrayList<Deviation>(dialect);
      if (rule.patterns().get(i).pattern().contains("$")) {
        read.add(
            stated.stricter(
                "end-of-line",
                "$ stands before 1 line break at the end too, not at the end only",
                "None needed."));
      }
      ledger.emitted("patterns[" + i + "]", Evidence.ENTERPRISE_SCHEMA.grade(), read);
    }
    for (int i = 0; i < rule.in().size(); i++) {
      ledger.emitted(
          "in[" + i + "]", Evidence.ENTERPRISE_SCHEMA.grade(), in(rule.in().get(i), stated));
    }
    for (int i = 0; i < rule.headers().size(); i++) {
      ledger.emitted(
          "headers[" + i + "]",
          Evidence.ENTERPRISE_SCHEMA.grade(),
          List.of(
              stated.stricter(
                  "all-headers",
                  "every header is looked at, not %d: the plugin knows no names of headers"
                      .formatted(rule.headers().size()),
                  "Leave headers out where an honest header may hold a pattern.")));
    }
    wider.addAll(PayloadBounds.order(PLUGIN + " (1007)", place, stated));
    ledger.emitted("mode", Evidence.ENTERPRISE_SCHEMA.grade(), wider);
    return ledger.report(place.route());
  }

  private static List<Deviation> in(In in, Stated stated) {
    return switch (in) {
      case PATH, QUERY ->
          List.of(
              stated.looser(
                  "decoding-undocumented",
                  "1 of 2 readings is sure, as sent or decoded: 0 documents of Kong say which, so an"
                      + " encoded spelling may pass",
                  "Look for the encoded spellings too, as the family traversal does."));
      case BODY ->
          List.of(
              stated.looser(
                  "body-beyond-buffer",
                  "bodies above client_body_buffer_size of the node are on its disk: 0 documents of"
                      + " Kong say that the plugin reads them there",
                  "Set nginx_http_client_body_buffer_size on the nodes above the largest body, and"
                      + " a requestSize policy."));
    };
  }
}
