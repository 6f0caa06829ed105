package io.entente.simulator.apigee.bundle;

import io.entente.simulator.apigee.error.BundleViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The XML files of a bundle, parsed.
 *
 * @param manifests directly under the root
 */
record ParsedFiles(
    Map<String, Element> manifests,
    Map<String, Element> policies,
    Map<String, Element> endpoints,
    Map<String, Element> targets,
    Map<String, Element> flows) {

  static ParsedFiles of(
      BundleKind kind, SortedMap<String, byte[]> files, List<BundleViolation> violations) {
    var parsed =
        new ParsedFiles(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>());
    files.forEach((path, bytes) -> parsed.take(kind, path, bytes, violations));
    return parsed;
  }

  private void take(BundleKind kind, String path, byte[] bytes, List<BundleViolation> violations) {
    String inner = path.substring(kind.root().length() + 1);
    int slash = inner.lastIndexOf('/');
    Optional<Map<String, Element>> into =
        switch (slash < 0 ? "" : inner.substring(0, slash)) {
          case "" -> Optional.of(manifests);
          case "policies" -> Optional.of(policies);
          case "proxies" -> Optional.of(endpoints);
          case "targets" -> Optional.of(targets);
          case "sharedflows" -> Optional.of(flows);
          default -> Optional.empty();
        };
    if (into.isEmpty() || !path.endsWith(".xml")) {
      return;
    }
    try {
      into.get().put(path, Xml.parse(bytes));
    } catch (SAXException e) {
      violations.add(new BundleViolation(path, "XML is not well-formed: " + e.getMessage()));
    }
  }
}
