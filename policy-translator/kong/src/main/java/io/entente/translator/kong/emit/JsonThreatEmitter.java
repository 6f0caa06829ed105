package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code jsonThreat} as json-threat-protection of the enterprise edition: of each number the
 * smallest.
 */
public final class JsonThreatEmitter implements KindEmitter {

  public static final String PLUGIN = "json-threat-protection";

  @Override
  public Set<String> kindNames() {
    return Set.of("jsonThreat");
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
    JsonThreat all =
        enforcing.stream()
            .map(JsonThreatEmitter::rule)
            .reduce(JsonThreatEmitter::both)
            .orElseThrow();
    return new Emission(
        List.of(new PluginDraft(PLUGIN, config(all), enforcing, "")),
        policies.stream().map(policy -> judge(policy, all, place)).toList(),
        List.of());
  }

  private static JsonThreat rule(Policy policy) {
    return (JsonThreat) policy.spec().kind();
  }

  private static JsonThreat both(JsonThreat one, JsonThreat other) {
    return new JsonThreat(
        Math.min(one.maxDepth(), other.maxDepth()),
        Math.min(one.maxArrayElements(), other.maxArrayElements()),
        Math.min(one.maxObjectEntries(), other.maxObjectEntries()),
        Math.min(one.maxNameLength(), other.maxNameLength()),
        Math.min(one.maxStringLength(), other.maxStringLength()),
        Math.min(one.maxBodyBytes(), other.maxBodyBytes()),
        one.otherBodies() == OtherBodies.DENY ? one.otherBodies() : other.otherBodies());
  }

  private static Node.Obj config(JsonThreat rule) {
    return Doc.of("max_container_depth", Node.number(rule.maxDepth()))
        .with("max_array_element_count", Node.number(rule.maxArrayElements()))
        .with("max_object_entry_count", Node.number(rule.maxObjectEntries()))
        .with("max_object_entry_name_length", Node.number(rule.maxNameLength()))
        .with("max_string_value_length", Node.number(rule.maxStringLength()))
        .with("max_body_size", Node.number(rule.maxBodyBytes()))
        .with("allow_duplicate_object_entry_name", Node.bool(true))
        .with("allow_non_json_requests", Node.bool(rule.otherBodies() == OtherBodies.PASS))
        .with("enforcement_mode", Node.text("block"))
        .with("error_status_code", Node.number(400))
        .with("error_message", Node.text("Bad Request"));
  }

  private static PolicyFidelity judge(Policy policy, JsonThreat all, Place place) {
    var ledger = new FieldLedger(policy);
    if (policy.spec().mode() == Mode.OBSERVE) {
      PayloadBounds.observed(ledger, PLUGIN);
      return ledger.report(place.route());
    }
    JsonThreat meant = rule(policy);
    var stated = new Stated(policy.id());
    says(ledger, "maxDepth", all.maxDepth(), meant.maxDepth());
    says(ledger, "maxArrayElements", all.maxArrayElements(), meant.maxArrayElements());
    says(ledger, "maxObjectEntries", all.maxObjectEntries(), meant.maxObjectEntries());
    says(ledger, "maxNameLength", all.maxNameLength(), meant.maxNameLength());
    says(ledger, "maxStringLength", all.maxStringLength(), meant.maxStringLength());
    var bytes =
        new ArrayList<Deviation>(
            PayloadBounds.held(stated, "maxBodyBytes", all.maxBodyBytes(), meant.maxBodyBytes()));
    bytes.add(
        stated.stricter(
            "length-demanded",
            "0 requests of POST, PUT and PATCH pass without a Content-Length, chunked ones for"
                + " example, whatever their size up to %d bytes".formatted(all.maxBodyBytes()),
            "Have callers send Content-Length."));
    ledger.emitted("maxBodyBytes", Evidence.ENTERPRISE_SCHEMA.grade(), bytes);
    ledger.emitted("otherBodies", Evidence.ENTERPRISE_SCHEMA.grade(), others(meant, all, stated));
    var around = new ArrayList<Deviation>(PayloadBounds.methods(place, stated));
    around.addAll(PayloadBounds.order(PLUGIN + " (1009)", place, stated));
    ledger.emitted("mode", Evidence.ENTERPRISE_SCHEMA.grade(), around);
    return ledger.report(place.route());
  }

  private static void says(FieldLedger ledger, String field, long held, long meant) {
    ledger.emitted(
        field,
        Evidence.ENTERPRISE_SCHEMA.grade(),
        PayloadBounds.held(new Stated(ledger.policy().id()), field, held, meant));
  }

  private static List<Deviation> others(JsonThreat meant, JsonThreat all, Stated stated) {
    if (all.otherBodies() == OtherBodies.DENY) {
      return meant.otherBodies() == OtherBodies.DENY
          ? List.of(
              stated.looser(
                  "read-whatever-type",
                  "1 body that is JSON within the limits passes whatever its Content-Type says: Kong"
                      + " reads bodies, not types",
                  "Have the upstream insist on application/json."))
          : List.of(
              stated.stricter(
                  "held-by-smaller",
                  "0 other bodies pass: another policy of the route denies them",
                  "None needed: several policies all hold."));
    }
    return List.of(
        stated.looser(
            "type-undocumented",
            "1 body that says it is JSON and is none may pass unread: 0 documents of Kong say whether"
                + " it goes by the type or by the body",
            "Set otherBodies: deny on routes that take JSON only."));
  }
}
