package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.address.IpAddress;
import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Which addresses AccessControl looks at. Several are looked at only when {@code
 * IgnoreTrueClientIPHeader} is true; otherwise it is the last one.
 */
record ClientAddresses(Optional<String> variable, Choice choice) {

  enum Choice {
    ALL,
    FIRST,
    LAST
  }

  static ClientAddresses read(Element xml) throws BadPolicy {
    Choice choice =
        switch (Elements.text(xml, "ValidateBasedOn").orElse("X_FORWARDED_FOR_ALL_IP")) {
          case "X_FORWARDED_FOR_ALL_IP" -> Choice.ALL;
          case "X_FORWARDED_FOR_FIRST_IP" -> Choice.FIRST;
          case "X_FORWARDED_FOR_LAST_IP" -> Choice.LAST;
          default -> throw new BadPolicy("ValidateBasedOn is none of the documented values");
        };
    boolean several = Elements.truth(xml, "IgnoreTrueClientIPHeader", false);
    boolean one = choice == Choice.ALL && !several;
    return new ClientAddresses(Elements.text(xml, "ClientIPVariable"), one ? Choice.LAST : choice);
  }

  List<String> of(Exchange exchange) throws PolicyFault {
    if (variable.isPresent()) {
      String address = exchange.text(variable.get()).orElse("");
      if (IpAddress.parse(address).isEmpty()) {
        throw new PolicyFault(
            Fault.step(
                500,
                "accesscontrol.InvalidIPAddressInVariable",
                "Invalid IP address in the variable " + variable.get()));
      }
      return List.of(address);
    }
    List<String> forwarded = exchange.request().headers().values("X-Forwarded-For");
    if (forwarded.isEmpty()) {
      return exchange.text("client.ip").stream().toList();
    }
    return switch (choice) {
      case ALL -> forwarded;
      case FIRST -> forwarded.subList(0, 1);
      case LAST -> forwarded.subList(forwarded.size() - 1, forwarded.size());
    };
  }
}
