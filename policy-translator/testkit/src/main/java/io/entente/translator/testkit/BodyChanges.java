package io.entente.translator.testkit;

import io.entente.policy.InjectionFamily;
import io.entente.policy.InjectionProtection;
import io.entente.policy.InjectionProtection.In;
import io.entente.policy.JsonThreat;
import io.entente.policy.NamedPattern;
import io.entente.policy.OtherBodies;
import io.entente.policy.XmlThreat;
import java.util.Arrays;
import java.util.List;

/** The same rule about bodies with another value of one field. */
final class BodyChanges {

  private BodyChanges() {}

  static JsonThreat of(JsonThreat rule, String field) {
    return new JsonThreat(
        rule.maxDepth() + (field.equals("maxDepth") ? 1 : 0),
        rule.maxArrayElements() + (field.equals("maxArrayElements") ? 1 : 0),
        rule.maxObjectEntries() + (field.equals("maxObjectEntries") ? 1 : 0),
        rule.maxNameLength() + (field.equals("maxNameLength") ? 1 : 0),
        rule.maxStringLength() + (field.equals("maxStringLength") ? 1 : 0),
        rule.maxBodyBytes() + (field.equals("maxBodyBytes") ? 1 : 0),
        others(rule.otherBodies(), field));
  }

  static XmlThreat of(XmlThreat rule, String field) {
    return new XmlThreat(
        rule.maxDepth() + (field.equals("maxDepth") ? 1 : 0),
        rule.maxChildren() + (field.equals("maxChildren") ? 1 : 0),
        rule.maxAttributes() + (field.equals("maxAttributes") ? 1 : 0),
        rule.maxNameLength() + (field.equals("maxNameLength") ? 1 : 0),
        rule.maxTextLength() + (field.equals("maxTextLength") ? 1 : 0),
        rule.maxAttributeLength() + (field.equals("maxAttributeLength") ? 1 : 0),
        rule.maxBodyBytes() + (field.equals("maxBodyBytes") ? 1 : 0),
        others(rule.otherBodies(), field));
  }

  static InjectionProtection of(InjectionProtection rule, String field) {
    String name = field.replaceAll("\\[.*", "");
    int at = field.contains("[") ? Integer.parseInt(field.replaceAll("\\D", "")) : 0;
    return new InjectionProtection(
        name.equals("families")
            ? Changes.replaced(rule.families(), at, InjectionFamily.TRAVERSAL)
            : rule.families(),
        name.equals("patterns")
            ? Changes.replaced(
                rule.patterns(), at, new NamedPattern(rule.patterns().get(at).name(), "other"))
            : rule.patterns(),
        name.equals("in") ? Changes.replaced(rule.in(), at, other(rule)) : rule.in(),
        name.equals("headers") ? List.of("x-other") : rule.headers());
  }

  private static In other(InjectionProtection rule) {
    return Arrays.stream(In.values())
        .filter(in -> !rule.in().contains(in))
        .findFirst()
        .orElseThrow();
  }

  private static OtherBodies others(OtherBodies others, String field) {
    return field.equals("otherBodies") == (others == OtherBodies.PASS)
        ? OtherBodies.DENY
        : OtherBodies.PASS;
  }
}
