package io.entente.translator.apigee;

import static io.entente.translator.apigee.Interpreter.children;
import static io.entente.translator.apigee.Interpreter.text;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.ProcessingInstruction;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Runs the policies that read bodies as Apigee documents them: each runs only for bodies that say
 * they are of its type, and goes on whatever it finds.
 */
final class BodyInterpreter {

  private BodyInterpreter() {}

  static Optional<Integer> json(Element policy, Message message) {
    Interpreter.requireRequest(policy);
    if (!says(message, "application/json")) {
      return Optional.empty();
    }
    boolean fits;
    try {
      fits = fits(policy, JsonTree.read(message.content, TreeLimits.VENDOR), 1);
    } catch (RuntimeException e) {
      fits = false;
    }
    return ended(policy, message, "jsonattack", fits);
  }

  static Optional<Integer> xml(Element policy, Message message) {
    Interpreter.requireRequest(policy);
    if (!says(message, "application/xml")) {
      return Optional.empty();
    }
    boolean fits = parsed(message.content).map(root -> fits(policy, root, 1)).orElse(false);
    return ended(policy, message, "xmlattack", fits);
  }

  private static Optional<Element> parsed(String content) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setCoalescing(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return Optional.of(
          builder
              .parse(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
              .getDocumentElement());
    } catch (SAXException | IOException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new AssertionError("no parser", e);
    }
  }

  private static boolean says(Message message, String type) {
    return message.variables().getOrDefault("request.header.content-type", "").startsWith(type);
  }

  private static Optional<Integer> ended(
      Element policy, Message message, String variables, boolean fits) {
    if (!fits) {
      message.assign(variables + "." + policy.getAttribute("name") + ".failed", "true");
      message.assign("fault.name", "ExecutionFailed");
    }
    return Optional.empty();
  }

  private static boolean fits(Element policy, Node node, int depth) {
    if (node instanceof Node.Arr array) {
      return depth <= limit(policy, "ContainerDepth")
          && array.items().size() <= limit(policy, "ArrayElementCount")
          && array.items().stream().allMatch(item -> fits(policy, item, depth + 1));
    }
    if (node instanceof Node.Obj object) {
      return depth <= limit(policy, "ContainerDepth")
          && object.fields().size() <= limit(policy, "ObjectEntryCount")
          && object.fields().keySet().stream()
              .allMatch(name -> name.length() <= limit(policy, "ObjectEntryNameLength"))
          && object.fields().values().stream().allMatch(item -> fits(policy, item, depth + 1));
    }
    return !(node instanceof Node.Value value)
        || !(value.value() instanceof Scalar.Text said)
        || said.value().length() <= limit(policy, "StringValueLength");
  }

  private static boolean fits(Element policy, Element element, int depth) {
    if (depth > limit(policy, "NodeDepth")
        || element.getLocalName().length() > limit(policy, "NameLimits", "Element")
        || !attributesFit(policy, element)) {
      return false;
    }
    Element counted = children(children(policy, "StructureLimits").get(0), "ChildCount").get(0);
    int counts = 0;
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        counts += counted(counted, "Element");
        if (!fits(policy, child, depth + 1)) {
          return false;
        }
      } else if (node instanceof Comment comment) {
        counts += counted(counted, "Comment");
        if (comment.getLength() > limit(policy, "ValueLimits", "Comment")) {
          return false;
        }
      } else if (node instanceof CharacterData said) {
        counts += counted(counted, "Text");
        if (said.getLength() > limit(policy, "ValueLimits", "Text")) {
          return false;
        }
      } else if (node instanceof ProcessingInstruction instruction) {
        counts += counted(counted, "ProcessingInstruction");
        if (instruction.getTarget().length()
                > limit(policy, "NameLimits", "ProcessingInstructionTarget")
            || instruction.getData().length()
                > limit(policy, "ValueLimits", "ProcessingInstructionData")) {
          return false;
        }
      }
    }
    return counts <= Integer.parseInt(text(counted));
  }

  private static int counted(Element count, String what) {
    return count.getAttribute("include" + what).equals("true") ? 1 : 0;
  }

  private static boolean attributesFit(Element policy, Element element) {
    int plain = 0;
    int namespaces = 0;
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      boolean namespace = attribute.getName().startsWith("xmlns");
      plain += namespace ? 0 : 1;
      namespaces += namespace ? 1 : 0;
      String value = namespace ? "NamespaceURI" : "Attribute";
      String name = namespace ? "NamespacePrefix" : "Attribute";
      if (attribute.getValue().length() > limit(policy, "ValueLimits", value)
          || (!attribute.getName().equals("xmlns")
              && attribute.getLocalName().length() > limit(policy, "NameLimits", name))) {
        return false;
      }
    }
    return plain <= limit(policy, "StructureLimits", "AttributeCountPerElement")
        && namespaces <= limit(policy, "StructureLimits", "NamespaceCountPerElement");
  }

  private static int limit(Element policy, String... path) {
    Element at = policy;
    String[] names = path[0].equals("NodeDepth") ? new String[] {"StructureLimits", path[0]} : path;
    for (String name : names) {
      at = children(at, name).get(0);
    }
    return Integer.parseInt(text(at));
  }
}
