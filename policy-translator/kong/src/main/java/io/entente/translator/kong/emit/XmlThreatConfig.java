package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.OtherBodies;
import io.entente.policy.XmlThreat;
import java.util.List;

/** The configuration of xml-threat-protection, which knows of no document type. */
public final class XmlThreatConfig {

  /** Types that are read. */
  public static final List<String> CHECKED =
      List.of("application/xml", "text/xml", "application/soap+xml");

  /** Types that pass unread where others may. */
  public static final List<String> PASSING =
      List.of(
          "application/json",
          "application/x-www-form-urlencoded",
          "multipart/form-data",
          "text/plain",
          "application/octet-stream");

  /** The least that Kong takes; without a document type there is nothing to amplify. */
  private static final int AMPLIFIED = 1_024;

  private XmlThreatConfig() {}

  static Node.Obj of(XmlThreat rule) {
    Node text = Node.number(rule.maxTextLength());
    Node name = Node.number(rule.maxNameLength());
    Node value = Node.number(rule.maxAttributeLength());
    Node attributes = Node.number(rule.maxAttributes());
    return Doc.of("checked_content_types", Doc.texts(CHECKED))
        .with(
            "allowed_content_types",
            Doc.texts(rule.otherBodies() == OtherBodies.PASS ? PASSING : List.of()))
        .with("allow_dtd", Node.bool(false))
        .with("namespace_aware", Node.bool(true))
        .with("max_depth", Node.number(rule.maxDepth()))
        .with("max_children", Node.number(rule.maxChildren()))
        .with("max_attributes", attributes)
        .with("max_namespaces", attributes)
        .with("localname", name)
        .with("prefix", name)
        .with("pitarget", name)
        .with("text", text)
        .with("comment", text)
        .with("pidata", text)
        .with("attribute", value)
        .with("namespaceuri", value)
        .with("document", Node.number(rule.maxBodyBytes()))
        // what the parser has not understood yet cannot be more than the document
        .with("buffer", Node.number(rule.maxBodyBytes()))
        // only a document type has these, and there is none
        .with("entity", Node.number(1))
        .with("entityname", Node.number(1))
        .with("entityproperty", Node.number(1))
        .with("bla_max_amplification", Node.number(1))
        .with("bla_threshold", Node.number(AMPLIFIED));
  }
}
