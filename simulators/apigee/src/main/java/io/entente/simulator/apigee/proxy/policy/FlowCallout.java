package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Runs a shared flow; its parameters are variables as long as it runs. */
record FlowCallout(String sharedFlow, List<Parameter> parameters) implements Policy {

  /** A variable, else a text. */
  record Parameter(String name, Optional<String> ref, String value) {}

  static Policy read(String name, Element xml) throws BadPolicy {
    String flow =
        Elements.text(xml, "SharedFlowBundle")
            .orElseThrow(() -> new BadPolicy("SharedFlowBundle is missing"));
    var parameters = new ArrayList<Parameter>();
    for (Element parameter : Elements.nested(xml, "Parameters", "Parameter")) {
      parameters.add(
          new Parameter(
              MessageChanges.name(parameter),
              Elements.attribute(parameter, "ref"),
              Elements.attribute(parameter, "value").orElse(Elements.text(parameter))));
    }
    return new FlowCallout(flow, List.copyOf(parameters));
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    Map<String, Optional<Object>> before = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      before.put(parameter.name(), exchange.get(parameter.name()));
      Optional<Object> value = parameter.ref().flatMap(exchange::get);
      exchange.set(parameter.name(), value.orElse(parameter.value()));
    }
    try {
      exchange.call(sharedFlow);
    } finally {
      before.forEach(
          (name, value) ->
              value.ifPresentOrElse(v -> exchange.set(name, v), () -> exchange.remove(name)));
    }
  }
}
