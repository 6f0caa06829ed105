package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.OtherBodies;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.XmlThreat;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code xmlThreat} as xml-threat-protection of the enterprise edition: of each number the
 * smallest.
 */
public final class XmlThreatEmitter implements KindEmitter {

  public static final String PLUGIN = "xml-threat-protection";

  @Override
  public Set<String> kindNames() {
    return Set.of("xmlThreat");
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
      return Emission.nothing(policies, place, XmlThreatEmitter::observed);
    }
    XmlThreat all =
        enforcing.stream().map(XmlThreatEmitter::rule).reduce(XmlThreatEmitter::both).orElseThrow();
    return new Emission(
        List.of(new PluginDraft(PLUGIN, XmlThreatConfig.of(all), enforcing, "")),
        policies.stream().map(policy -> judge(policy, all, place)).toList(),
        List.of());
  }

  private static XmlThreat rule(Policy policy) {
    return (XmlThreat) policy.spec().kind();
  }

  private static XmlThreat both(XmlThreat one, XmlThreat other) {
    return new XmlThreat(
        Math.min(one.maxDepth(), other.maxDepth()),
        Math.min(one.maxChildren(), other.maxChildren()),
        Math.min(one.maxAttributes(), other.maxAttributes()),
        Math.min(one.maxNameLength(), other.maxNameLength()),
        Math.min(one.maxTextLength(), other.maxTextLength()),
        Math.min(one.maxAttributeLength(), other.maxAttributeLength()),
        Math.min(one.maxBodyBytes(), other.maxBodyBytes()),
        one.otherBodies() == OtherBodies.DENY ? one.otherBodies() : other.otherBodies());
  }

  /** The plugin has no mode in which it lets pass what it finds. */
  private static void observed(FieldLedger ledger) {
    ledger.unsupported(
        "mode",
        Evidence.OBSERVE.grade(),
        new Stated(ledger.policy().id())
            .different(
                "observe-not-possible",
                "0 requests are judged and 0 are reported: %s either acts or does not run"
                    .formatted(PLUGIN),
                "Set mode: enforce."));
  }

  private static PolicyFidelity judge(Policy policy, XmlThreat all, Place place) {
    var ledger = new FieldLedger(policy);
    if (policy.spec().mode() == Mode.OBSERVE) {
      observed(ledger);
      return ledger.report(place.route());
    }
    XmlThreat meant = rule(policy);
    var stated = new Stated(policy.id());
    says(ledger, "maxDepth", all.maxDepth(), meant.maxDepth(), List.of());
    says(
        ledger,
        "maxChildren",
        all.maxChildren(),
        meant.maxChildren(),
        List.of(
            stated.stricter(
                "texts-count-too",
                "%d children of every sort, not %1$d elements: texts between them, comments and instructions count"
                    .formatted(all.maxChildren()),
                "Double maxChildren where callers send documents with line breaks.")));
    says(ledger, "maxAttributes", all.maxAttributes(), meant.maxAttributes(), List.of());
    says(ledger, "maxNameLength", all.maxNameLength(), meant.maxNameLength(), bytes(stated));
    says(ledger, "maxTextLength", all.maxTextLength(), meant.maxTextLength(), bytes(stated));
    says(
        ledger,
        "maxAttributeLength",
        all.maxAttributeLength(),
        meant.maxAttributeLength(),
        bytes(stated));
    says(ledger, "maxBodyBytes", all.maxBodyBytes(), meant.maxBodyBytes(), List.of());
    ledger.emitted("otherBodies", Evidence.ENTERPRISE_SCHEMA.grade(), others(meant, all, stated));
    ledger.emitted(
        "mode",
        Evidence.ENTERPRISE_SCHEMA.grade(),
        PayloadBounds.order(PLUGIN + " (1008)", place, stated));
    return ledger.report(place.route());
  }

  private static List<Deviation> bytes(Stated stated) {
    return List.of(
        stated.stricter(
            "bytes-not-characters",
            "a character other than ASCII may count as up to 4: the plugin measures sizes",
            "Allow for it in the number where callers write such characters."));
  }

  private static void says(
      FieldLedger ledger, String field, long held, long meant, List<Deviation> more) {
    var found =
        new ArrayList<>(PayloadBounds.held(new Stated(ledger.policy().id()), field, held, meant));
    found.addAll(more);
    ledger.emitted(field, Evidence.ENTERPRISE_SCHEMA.grade(), found);
  }

  private static List<Deviation> others(XmlThreat meant, XmlThreat all, Stated stated) {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.stricter(
            "types-listed",
            "%d types are read as XML (%s), not every +xml; other +xml types are refused"
                .formatted(
                    XmlThreatConfig.CHECKED.size(), String.join(", ", XmlThreatConfig.CHECKED)),
            "Have callers send application/xml."));
    if (all.otherBodies() == OtherBodies.PASS) {
      found.add(
          stated.stricter(
              "other-types-listed",
              "%d other types pass (%s), not every one: the plugin wants them listed"
                  .formatted(
                      XmlThreatConfig.PASSING.size(), String.join(", ", XmlThreatConfig.PASSING)),
              "Have callers send one of these types."));
    } else if (meant.otherBodies() == OtherBodies.PASS) {
      found.add(
          stated.stricter(
              "held-by-smaller",
              "0 other bodies pass: another policy of the route denies them",
              "None needed: several policies all hold."));
    }
    return found;
  }
}
