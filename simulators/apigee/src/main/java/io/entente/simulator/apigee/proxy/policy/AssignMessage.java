package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.Phase;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.template.UnresolvedVariable;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Changes a message or makes one, and sets variables. */
final class AssignMessage implements Policy {

  private final String name;
  private final Optional<String> target;
  private final Optional<Boolean> createNew;
  private final Optional<String> type;
  private final boolean lenient;
  private final List<MessageChange> changes;

  private AssignMessage(String name, Element xml, List<MessageChange> changes) {
    this.name = name;
    this.changes = changes;
    this.target = Elements.text(xml, "AssignTo");
    this.createNew = Elements.attribute(xml, "AssignTo", "createNew").map("true"::equals);
    this.type = Elements.attribute(xml, "AssignTo", "type");
    this.lenient = Elements.truth(xml, "IgnoreUnresolvedVariables", false);
  }

  static Policy read(String name, Element xml) throws BadPolicy {
    var changes = new ArrayList<MessageChange>();
    // One element at a time, so that the order of the document is kept between both kinds.
    for (Element child : Elements.children(xml)) {
      if (child.getTagName().equals("AssignVariable")) {
        changes.add(VariableAssignment.read(child));
      } else {
        changes.addAll(MessageChanges.read(only(xml, child)));
      }
    }
    return new AssignMessage(name, xml, List.copyOf(changes));
  }

  private static Element only(Element xml, Element child) {
    Element alone = (Element) xml.cloneNode(false);
    alone.appendChild(child.cloneNode(true));
    return alone;
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    Message message = target(exchange);
    for (MessageChange change : changes) {
      try {
        change.apply(exchange, message, lenient);
      } catch (UnresolvedVariable missing) {
        throw new PolicyFault(
            Fault.step(
                500,
                "steps.assignmessage.UnresolvedVariable",
                "AssignMessage[" + name + "]: unable to resolve variable " + missing.variable()));
      }
    }
  }

  /** Without a name and without an order to make one it is the message of the phase. */
  private Message target(Exchange exchange) throws PolicyFault {
    boolean makes = createNew.orElse(false);
    if (target.isEmpty() && !makes) {
      return exchange.current();
    }
    boolean response = type.map("response"::equals).orElse(exchange.phase() != Phase.REQUEST);
    String variable = target.orElse(response ? "response" : "request");
    Optional<Message> known = makes ? Optional.empty() : exchange.message(variable);
    if (known.isPresent()) {
      return known.get();
    }
    if (createNew.isPresent() && !makes) {
      throw new PolicyFault(
          Fault.step(
              500,
              "steps.assignmessage.VariableOfNonMsgType",
              "AssignMessage[" + name + "]: variable " + variable + " is not of type Message"));
    }
    Message made = response ? Message.response(200) : Message.request();
    exchange.keep(variable, made);
    return made;
  }
}
