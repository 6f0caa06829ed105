package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The Remove element: named headers and parameters, all when none is named, or everything. */
final class RemoveAction {

  private static final Pattern ONE_VALUE = Pattern.compile("(.+)\\.([0-9]{1,4})");

  private RemoveAction() {}

  static List<MessageChange> read(Element action) throws BadPolicy {
    var changes = new ArrayList<MessageChange>();
    if (Elements.children(action).isEmpty()) {
      changes.add((exchange, to, lenient) -> to.headers().clear());
      changes.add((exchange, to, lenient) -> to.query().clear());
      changes.add((exchange, to, lenient) -> to.content(new byte[0]));
    }
    if (Elements.child(action, "Headers").isPresent()) {
      List<Element> named = Elements.nested(action, "Headers", "Header");
      for (Element header : named) {
        String name = MessageChanges.name(header);
        if (!Elements.text(header).equals("false")) {
          changes.add((exchange, to, lenient) -> removeHeader(to, name));
        }
      }
      if (named.isEmpty()) {
        changes.add((exchange, to, lenient) -> to.headers().clear());
      }
    }
    if (Elements.child(action, "QueryParams").isPresent()) {
      List<Element> named = Elements.nested(action, "QueryParams", "QueryParam");
      for (Element param : named) {
        String name = MessageChanges.name(param);
        changes.add((exchange, to, lenient) -> to.query().remove(name));
      }
      if (named.isEmpty()) {
        changes.add((exchange, to, lenient) -> to.query().clear());
      }
    }
    if (Elements.truth(action, "Payload", false)) {
      changes.add((exchange, to, lenient) -> to.content(new byte[0]));
    }
    return changes;
  }

  /** A name may end in the number of one value, counted from 1. */
  private static void removeHeader(Message message, String name) {
    var indexed = ONE_VALUE.matcher(name);
    if (message.headers().has(name) || !indexed.matches()) {
      message.headers().remove(name);
      return;
    }
    String header = indexed.group(1);
    int index = Integer.parseInt(indexed.group(2)) - 1;
    List<String> values = new ArrayList<>(message.headers().values(header));
    if (index >= 0 && index < values.size()) {
      values.remove(index);
      message.headers().remove(header);
      values.forEach(value -> message.headers().add(header, value));
    }
  }
}
