package io.entente.simulator.apigee.bundle;

import io.entente.simulator.apigee.error.BundleViolation;
import io.entente.simulator.apigee.error.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Checks the files of a bundle and gathers what they say. */
final class BundleCheck {

  private static final Pattern POLICY_NAME = Pattern.compile("[A-Za-z0-9 ._%$-]{1,255}");

  private final BundleKind kind;
  private final List<BundleViolation> violations = new ArrayList<>();
  private final ParsedFiles parsed;
  private final Set<String> policyNames = new TreeSet<>();
  private final Set<String> callees = new TreeSet<>();

  private BundleCheck(BundleKind kind, SortedMap<String, byte[]> files) {
    this.kind = kind;
    this.parsed = ParsedFiles.of(kind, files, violations);
  }

  /**
   * What the bundle says.
   *
   * @throws Refusal naming every file that is wrong
   */
  static Contents contents(BundleKind kind, SortedMap<String, byte[]> files) {
    var check = new BundleCheck(kind, files);
    Contents contents = check.gather();
    if (!check.violations.isEmpty()) {
      throw Refusal.badBundle(check.violations);
    }
    return contents;
  }

  private Contents gather() {
    parsed.policies().forEach(this::policy);
    var endpoints = new EndpointCheck(violations, policyNames, parsed);
    if (kind == BundleKind.PROXY) {
      endpoints.proxy();
    } else {
      endpoints.sharedFlow();
    }
    if (parsed.manifests().size() != 1) {
      violations.add(
          new BundleViolation(
              kind.root(), "bundle has " + parsed.manifests().size() + " manifests, not one"));
      return empty();
    }
    Map.Entry<String, Element> manifest = parsed.manifests().entrySet().iterator().next();
    Element root = manifest.getValue();
    if (!root.getTagName().equals(kind.manifest()) || root.getAttribute("name").isBlank()) {
      violations.add(
          new BundleViolation(
              manifest.getKey(),
              "the manifest must be a " + kind.manifest() + " element with a name"));
    }
    return new Contents(
        root.getAttribute("name"),
        Xml.text(root, "DisplayName"),
        Xml.text(root, "Description"),
        endpoints.basePaths(),
        List.copyOf(callees),
        parsed.policies().values().stream().map(Element::getTagName).distinct().sorted().toList(),
        endpoints.targetServers());
  }

  private void policy(String path, Element root) {
    String name = root.getAttribute("name");
    if (!POLICY_NAME.matcher(name).matches()) {
      violations.add(new BundleViolation(path, "the policy name \"" + name + "\" is not valid"));
    } else if (!policyNames.add(name)) {
      violations.add(new BundleViolation(path, "the policy name \"" + name + "\" is not unique"));
    }
    if (root.getTagName().equals("FlowCallout")) {
      String callee = Xml.text(root, "SharedFlowBundle");
      if (callee.isEmpty()) {
        violations.add(new BundleViolation(path, "The SharedFlowBundle element is required."));
      } else {
        callees.add(callee);
      }
    }
  }

  private static Contents empty() {
    return new Contents("", "", "", List.of(), List.of(), List.of(), List.of());
  }
}
