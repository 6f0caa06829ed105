package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.template.UnresolvedVariable;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Always fails, with the answer it describes. */
record RaiseFault(String name, List<MessageChange> changes, boolean lenient) implements Policy {

  private static final String CODE = "steps.raisefault.RaiseFault";

  static Policy read(String name, Element xml) throws BadPolicy {
    Optional<Element> answer = Elements.child(xml, "FaultResponse");
    List<MessageChange> changes =
        answer.isPresent() ? MessageChanges.read(answer.get()) : List.of();
    return new RaiseFault(name, changes, Elements.truth(xml, "IgnoreUnresolvedVariables", true));
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    String text = "Raising fault. Fault name : " + name;
    Message answer = Fault.answer(500, CODE, text);
    for (MessageChange change : changes) {
      try {
        change.apply(exchange, answer, lenient);
      } catch (UnresolvedVariable missing) {
        throw new PolicyFault(
            Fault.step(
                500,
                "steps.raisefault.UnresolvedVariable",
                "RaiseFault[" + name + "]: unable to resolve variable " + missing.variable()));
      }
    }
    throw new PolicyFault(new Fault(CODE, text, answer.status(), "Step", answer));
  }
}
