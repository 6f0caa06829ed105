package io.entente.translator.apigee.emit;

import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.ArrayList;
import java.util.List;

/**
 * MessageLogging to syslog: one line of JSON an exchange.
 *
 * <p>What a caller can write into is escaped and comes last; the hub refuses a line that repeats a
 * name or has them in another order.
 */
final class MessageLoggingPolicy {

  private static final List<String> OURS_OR_APIGEES =
      List.of(
          "id", "messageid",
          "org", "organization.name",
          "env", "environment.name",
          "proxy", "apiproxy.name",
          "rev", "apiproxy.revision",
          "base", "proxy.basepath",
          "start", "client.received.start.timestamp",
          "end", "client.sent.end.timestamp",
          "tstart", "target.sent.start.timestamp",
          "tend", "target.received.end.timestamp",
          "estatus", "error.status.code",
          "mstatus", "message.status.code",
          "status", "response.status.code");

  private static final List<String> OTHERS =
      List.of(
          "reqbytes", "request.header.content-length",
          "resbytes", "message.header.content-length",
          "fault", "fault.name",
          "client", "developer.id",
          "app", "developer.app.name",
          "ip", "client.resolved.ip",
          "verb", "request.verb",
          "host", "request.header.host",
          "path", "proxy.pathsuffix");

  private MessageLoggingPolicy() {}

  static String file(String name, Ingest ingest) {
    XmlDocument syslog =
        XmlDocument.of("Syslog")
            .with("Message", message(ApigeeNames.placeholder(ingest.tokenRef())))
            .with("Host", ingest.host())
            .with("Port", Integer.toString(ingest.port()))
            .with("Protocol", "TCP")
            .with("FormatMessage", "true");
    if (ingest.tls()) {
      syslog.with(XmlDocument.of("SSLInfo").with("Enabled", "true"));
    }
    return XmlDocument.policy("MessageLogging", name).with(syslog).with("logLevel", "INFO").file();
  }

  private static String message(String token) {
    var members = new ArrayList<String>();
    members.add("\"t\":\"" + token + "\"");
    for (int i = 0; i < OURS_OR_APIGEES.size(); i += 2) {
      members.add("\"" + OURS_OR_APIGEES.get(i) + "\":\"{" + OURS_OR_APIGEES.get(i + 1) + "}\"");
    }
    for (int i = 0; i < OTHERS.size(); i += 2) {
      members.add("\"" + OTHERS.get(i) + "\":\"{escapeJSON(" + OTHERS.get(i + 1) + ")}\"");
    }
    return "{" + String.join(",", members) + "}";
  }
}
