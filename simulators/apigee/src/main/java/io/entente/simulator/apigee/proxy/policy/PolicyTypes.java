package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.limit.Counters;
import io.entente.simulator.apigee.proxy.log.SyslogSinks;
import io.entente.simulator.apigee.proxy.token.KeySets;
import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.Map;
import org.w3c.dom.Element;

/** Makes policies from their files. Safe for any thread. */
public final class PolicyTypes {

  /** Reads one type. */
  @FunctionalInterface
  interface Reader {

    Policy read(String name, Element xml) throws BadPolicy;
  }

  private final Map<String, Reader> readers;

  public PolicyTypes(Counters counters, SyslogSinks logs, KeySets published) {
    readers =
        Map.of(
            "AssignMessage", AssignMessage::read,
            "RaiseFault", RaiseFault::read,
            "AccessControl", AccessControl::read,
            "Quota", (name, xml) -> Quota.read(name, xml, counters),
            "SpikeArrest", (name, xml) -> SpikeArrest.read(name, xml, counters),
            "CORS", Cors::read,
            "FlowCallout", FlowCallout::read,
            "MessageLogging", (name, xml) -> MessageLogging.read(name, xml, logs),
            "VerifyAPIKey", VerifyApiKey::read,
            "VerifyJWT", (name, xml) -> VerifyJwt.read(name, xml, published));
  }

  /** A policy that is turned off is not looked into: it never runs. */
  public AttachedPolicy read(String name, Element xml) throws BadPolicy {
    String type = xml.getTagName();
    boolean enabled = !xml.getAttribute("enabled").equals("false");
    boolean continues = xml.getAttribute("continueOnError").equals("true");
    if (!enabled) {
      return new AttachedPolicy(name, type, false, continues, exchange -> {});
    }
    Reader reader = readers.get(type);
    if (reader == null) {
      throw new BadPolicy("policies of type " + type + " do not run in this simulator");
    }
    return new AttachedPolicy(name, type, true, continues, reader.read(name, xml));
  }

  /** The name steps know it by. */
  public static String nameOf(Element xml, String fileName) {
    return Elements.attribute(xml, "name").orElse(fileName);
  }
}
