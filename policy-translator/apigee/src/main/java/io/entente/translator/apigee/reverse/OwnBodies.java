package io.entente.translator.apigee.reverse;

import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.PolicyKind;
import io.entente.policy.XmlThreat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules about bodies that Steps of ours came from: parts of them stand in their guards. */
final class OwnBodies {

  /** The longest length is written last. */
  private static final Pattern LENGTH = Pattern.compile("([0-9]{1,12})\\)\\$\"");

  private final OwnGroup group;

  OwnBodies(OwnGroup group) {
    this.group = group;
  }

  PolicyKind json() throws Unsaid {
    PolicyElement judge = group.policy("json");
    String guard = guard("jsonguard");
    int depth = number(judge, "ContainerDepth");
    int elements = number(judge, "ArrayElementCount");
    int entries = number(judge, "ObjectEntryCount");
    int names = number(judge, "ObjectEntryNameLength");
    int texts = number(judge, "StringValueLength");
    long bytes = bytes(guard);
    return Meaning.of(
            () -> new JsonThreat(depth, elements, entries, names, texts, bytes, others(guard)),
            new TreeMap<>())
        .kind();
  }

  PolicyKind xml() throws Unsaid {
    PolicyElement judge = group.policy("xml");
    String guard = guard("xmlguard");
    PolicyElement structure = part(judge, "StructureLimits");
    PolicyElement values = part(judge, "ValueLimits");
    int depth = number(structure, "NodeDepth");
    int attributes = number(structure, "AttributeCountPerElement");
    int children = (int) PolicyElement.number("ChildCount", part(structure, "ChildCount").text());
    int names = number(part(judge, "NameLimits"), "Element");
    int texts = number(values, "Text");
    int lengths = number(values, "Attribute");
    long bytes = bytes(guard);
    return Meaning.of(
            () ->
                new XmlThreat(
                    depth, children, attributes, names, texts, lengths, bytes, others(guard)),
            new TreeMap<>())
        .kind();
  }

  private static PolicyElement part(PolicyElement element, String child) throws Unsaid {
    return element.child(child).orElseThrow(() -> new Unsaid("has no " + child));
  }

  private static int number(PolicyElement element, String child) throws Unsaid {
    Optional<String> text = element.value(child);
    if (text.isEmpty()) {
      throw new Unsaid("has no " + child);
    }
    return (int) Math.min(PolicyElement.number(child, text.get()), Integer.MAX_VALUE);
  }

  private String guard(String what) throws Unsaid {
    List<OwnStep> found = group.steps().stream().filter(step -> step.what().equals(what)).toList();
    if (found.isEmpty()) {
      throw new Unsaid("stands without the Step " + what);
    }
    return found.get(0).run().condition().orElse("");
  }

  private static long bytes(String guard) throws Unsaid {
    Matcher length = LENGTH.matcher(guard);
    if (!length.find()) {
      throw new Unsaid("has a condition that names no length");
    }
    return Long.parseLong(length.group(1));
  }

  private static OtherBodies others(String guard) {
    return guard.contains("\"^.*,.*$\"") ? OtherBodies.PASS : OtherBodies.DENY;
  }
}
