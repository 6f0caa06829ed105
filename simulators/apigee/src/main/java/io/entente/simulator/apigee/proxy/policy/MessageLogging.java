package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.exchange.Fault;
import io.entente.simulator.apigee.proxy.exchange.PolicyFault;
import io.entente.simulator.apigee.proxy.log.SyslogAddress;
import io.entente.simulator.apigee.proxy.log.SyslogLine;
import io.entente.simulator.apigee.proxy.log.SyslogSinks;
import io.entente.simulator.apigee.proxy.template.Template;
import io.entente.simulator.apigee.proxy.template.UnresolvedVariable;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.Optional;
import org.w3c.dom.Element;

/** Hands a line to a syslog server; never waits for it. */
record MessageLogging(
    String name,
    SyslogAddress address,
    Template message,
    SyslogLine.Level level,
    boolean formatted,
    boolean lenient,
    SyslogSinks sinks)
    implements Policy {

  static Policy read(String name, Element xml, SyslogSinks sinks) throws BadPolicy {
    if (Elements.child(xml, "CloudLogging").isPresent()
        || Elements.child(xml, "File").isPresent()) {
      throw new BadPolicy("MessageLogging to anything but Syslog does not run in this simulator");
    }
    Element syslog =
        Elements.child(xml, "Syslog").orElseThrow(() -> new BadPolicy("Syslog is missing"));
    String level = Elements.text(xml, "logLevel").orElse("INFO");
    return new MessageLogging(
        name,
        address(syslog),
        Template.of(Elements.text(syslog, "Message").orElse("")),
        SyslogLine.Level.named(level)
            .orElseThrow(() -> new BadPolicy("logLevel is '" + level + "'")),
        Elements.truth(syslog, "FormatMessage", false),
        Elements.truth(xml, "IgnoreUnresolvedVariables", true),
        sinks);
  }

  private static SyslogAddress address(Element syslog) throws BadPolicy {
    String host = Elements.text(syslog, "Host").orElseThrow(() -> new BadPolicy("Host is missing"));
    String port = Elements.text(syslog, "Port").orElse("514");
    String protocol = Elements.text(syslog, "Protocol").orElse("UDP");
    if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
      throw new BadPolicy("Port is '" + port + "'");
    }
    if (!protocol.equals("TCP") && !protocol.equals("UDP")) {
      throw new BadPolicy("Protocol is '" + protocol + "'");
    }
    Optional<Element> ssl = Elements.child(syslog, "SSLInfo");
    boolean tls = ssl.map(e -> Elements.truth(e, "Enabled", false)).orElse(false);
    if (tls && protocol.equals("UDP")) {
      throw new BadPolicy("SSLInfo needs the protocol TCP");
    }
    return new SyslogAddress(
        host,
        Integer.parseInt(port),
        protocol.equals("TCP"),
        tls,
        ssl.map(e -> Elements.truth(e, "IgnoreValidationErrors", false)).orElse(false));
  }

  @Override
  public void run(Exchange exchange) throws PolicyFault {
    try {
      String text = message.render(exchange, lenient);
      String line =
          formatted ? SyslogLine.of(level, exchange.clock().instant(), sinks.host(), text) : text;
      sinks.send(address, line);
    } catch (UnresolvedVariable missing) {
      throw new PolicyFault(
          Fault.step(
              500,
              "steps.messagelogging.StepDefinitionExecutionFailed",
              "MessageLogging[" + name + "]: unable to resolve variable " + missing.variable()));
    }
  }
}
