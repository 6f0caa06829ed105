package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.address.IpAddress;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.template.Template;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Allows or denies by address; of the rules the first that matches decides. */
record AccessControl(List<Rule> rules, boolean allowOthers, ClientAddresses addresses)
    implements Policy {

  /** A range and what happens to it; both parts may hold variables. */
  record Rule(boolean allow, Template address, Template mask) {

    boolean matches(IpAddress client, Exchange exchange) {
      Optional<IpAddress> range = IpAddress.parse(address.render(exchange).strip());
      String bits = mask.render(exchange).strip();
      return range.isPresent()
          && bits.matches("[0-9]{1,3}")
          && client.agrees(range.get(), Integer.parseInt(bits));
    }
  }

  static Policy read(String name, Element xml) throws BadPolicy {
    Element list =
        Elements.child(xml, "IPRules").orElseThrow(() -> new BadPolicy("IPRules is missing"));
    var rules = new ArrayList<Rule>();
    for (Element rule : Elements.children(list, "MatchRule")) {
      boolean allow = allow(rule, "action");
      for (Element source : Elements.children(rule, "SourceAddress")) {
        rules.add(rule(allow, source));
      }
    }
    return new AccessControl(
        List.copyOf(rules), allow(list, "noRuleMatchAction"), ClientAddresses.read(xml));
  }

  private static Rule rule(boolean allow, Element source) throws BadPolicy {
    String address = Elements.text(source);
    String mask = Elements.attribute(source, "mask").orElse("32");
    if (!address.contains("{")) {
      int most =
          IpAddress.parse(address)
              .orElseThrow(() -> new BadPolicy("SourceAddress is '" + address + "'"))
              .length();
      boolean number = mask.matches("[0-9]{1,3}");
      if (!mask.contains("{") && !(number && Integer.parseInt(mask) <= most)) {
        throw new BadPolicy("the mask of " + address + " is '" + mask + "'");
      }
    }
    return new Rule(allow, Template.of(address), Template.of(mask));
  }

  private static boolean allow(Element element, String attribute) throws BadPolicy {
    String action = Elements.attribute(element, attribute).orElse("ALLOW");
    return switch (action) {
      case "ALLOW" -> true;
      case "DENY" -> false;
      default -> throw new BadPolicy(attribute + " is '" + action + "'");
    };
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    for (String client : addresses.of(exchange)) {
      if (!allowed(client, exchange)) {
        throw new PolicyFault(
            Fault.step(
                403,
                "steps.accesscontrol.IPDeniedAccess",
                "Access Denied for client ip : " + client));
      }
    }
  }

  /** What is no address matches no rule. */
  private boolean allowed(String client, Exchange exchange) {
    Optional<IpAddress> address = IpAddress.parse(client);
    return rules.stream()
        .filter(rule -> address.map(a -> rule.matches(a, exchange)).orElse(false))
        .findFirst()
        .map(Rule::allow)
        .orElse(allowOthers);
  }
}
