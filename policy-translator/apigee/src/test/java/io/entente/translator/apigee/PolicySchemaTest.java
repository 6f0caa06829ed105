package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Blob;
import io.entente.translator.apigee.dialect.Xml;
import io.entente.translator.testkit.GoldenCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every element and attribute of our policies is one that the published schema of its type names.
 * The schemas are older than Apigee X and order elements in a way that Apigee does not: names are
 * compared, nothing else.
 */
class PolicySchemaTest {

  private static final Path SCHEMAS = Path.of("src", "test", "resources", "policy-xsd");

  /**
   * Documented for Apigee X, and younger than the schemas; the schema of MessageLogging is open.
   */
  private static final Map<String, Set<String>> YOUNGER =
      Map.of(
          "AccessControl", Set.of("ClientIPVariable"),
          // attributes that the schema leaves to any
          "RaiseFault", Set.of("contentType", "variablePrefix", "variableSuffix"),
          "VerifyJWT", Set.of("MaxLifespan", "IgnoreCriticalHeaders"),
          // what a callout is connected by is left to any
          "ServiceCallout",
              Set.of(
                  "HTTPTargetConnection",
                  "SSLInfo",
                  "Enabled",
                  "Enforce",
                  "IgnoreValidationErrors",
                  "URL"),
          "MessageLogging",
              Set.of(
                  "Syslog",
                  "Message",
                  "Host",
                  "Port",
                  "Protocol",
                  "FormatMessage",
                  "SSLInfo",
                  "Enabled"));

  /** No schemas of them are published. */
  private static final Set<String> WITHOUT_SCHEMA = Set.of("CORS", "GraphQL");

  @Test
  void usesNoNameThatTheSchemaDoesNotKnow() throws IOException {
    Map<String, Set<String>> known = known();
    var judged = new TreeSet<String>();
    for (Path folder : GoldenCases.all()) {
      var translation =
          new ApigeeTranslator().translate(Requests.read(GoldenCases.request(folder)).request());
      for (Blob blob : translation.blobs()) {
        // resources are no policies
        Optional<Element> policy =
            Xml.read(blob.bytes()).filter(e -> e.hasAttribute("continueOnError"));
        if (policy.isEmpty()) {
          continue;
        }
        Element root = policy.get();
        String type = root.getTagName();
        Optional<Set<String>> names = Optional.ofNullable(known.get(type));
        if (names.isPresent()) {
          var allowed = new HashSet<>(names.get());
          allowed.addAll(YOUNGER.getOrDefault(type, Set.of()));
          assertThat(allowed).as("%s in %s", type, folder).containsAll(names(root));
          judged.add(type);
        } else {
          assertThat(WITHOUT_SCHEMA).contains(type);
        }
      }
    }
    assertThat(judged)
        .containsExactly(
            "AccessControl",
            "AssignMessage",
            "ExtractVariables",
            "FlowCallout",
            "JSONThreatProtection",
            "KeyValueMapOperations",
            "LookupCache",
            "MessageLogging",
            "OASValidation",
            "PopulateCache",
            "Quota",
            "RaiseFault",
            "RegularExpressionProtection",
            "ResponseCache",
            "ServiceCallout",
            "SpikeArrest",
            "VerifyAPIKey",
            "VerifyJWT",
            "XMLThreatProtection");
  }

  private static Set<String> names(Element root) {
    var names = new HashSet<String>();
    NodeList all = root.getElementsByTagName("*");
    for (int i = -1; i < all.getLength(); i++) {
      Element element = i < 0 ? root : (Element) all.item(i);
      if (i >= 0) {
        names.add(element.getTagName());
      }
      for (int a = 0; a < element.getAttributes().getLength(); a++) {
        names.add(element.getAttributes().item(a).getNodeName());
      }
    }
    return names;
  }

  /** By type, every name its schema file declares. */
  private static Map<String, Set<String>> known() throws IOException {
    var known = new HashMap<String, Set<String>>();
    try (var files = Files.list(SCHEMAS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".xsd")).toList()) {
        Element schema = Xml.read(Files.readAllBytes(file)).orElseThrow();
        var names = new HashSet<String>();
        NodeList all = schema.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
          Element element = (Element) all.item(i);
          for (String attribute : Set.of("name", "ref")) {
            if (element.hasAttribute(attribute)) {
              names.add(element.getAttribute(attribute));
            }
          }
        }
        for (int i = 0; i < all.getLength(); i++) {
          Element element = (Element) all.item(i);
          if (element.getParentNode() == schema && element.getTagName().equals("xs:element")) {
            known.put(element.getAttribute("name"), names);
          }
        }
      }
    }
    return known;
  }
}
