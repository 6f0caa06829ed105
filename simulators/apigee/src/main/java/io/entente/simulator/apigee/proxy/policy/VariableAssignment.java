package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.template.Template;
import io.entente.simulator.apigee.proxy.template.UnresolvedVariable;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.Optional;
import org.w3c.dom.Element;

/** The AssignVariable element: the template, else the other variable, else the value. */
final class VariableAssignment {

  private VariableAssignment() {}

  static MessageChange read(Element xml) throws BadPolicy {
    String name =
        Elements.text(xml, "Name").orElseThrow(() -> new BadPolicy("AssignVariable has no Name"));
    Optional<String> ref = Elements.text(xml, "Ref");
    Optional<String> value = Elements.text(xml, "Value");
    Optional<Template> template = Elements.text(xml, "Template").map(Template::of);
    Optional<String> templateRef = Elements.attribute(xml, "Template", "ref");
    return (exchange, to, lenient) -> {
      Optional<Template> chosen =
          templateRef.flatMap(exchange::text).map(Template::of).or(() -> template);
      if (chosen.isPresent()) {
        exchange.set(name, chosen.get().render(exchange, lenient));
        return;
      }
      Optional<Object> found = ref.flatMap(exchange::get).or(() -> value.map(v -> (Object) v));
      if (found.isPresent()) {
        exchange.set(name, found.get());
      } else if (ref.isPresent() && !lenient) {
        throw new UnresolvedVariable(ref.get());
      }
    };
  }
}
