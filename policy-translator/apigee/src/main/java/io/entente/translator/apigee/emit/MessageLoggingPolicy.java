package io.entente.translator.apigee.emit;

import io.entente.model.event.Recording;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * MessageLogging to syslog: one line of JSON an exchange.
 *
 * <p>What a caller can write into is escaped and comes last; the hub refuses a line that repeats a
 * name or has them in another order.
 */
public final class MessageLoggingPolicy {

  /** What the hub is to keep of the exchange; a line without it is kept. */
  private static final String RECORDING = "rec";

  private static final Pattern RECORDED =
      Pattern.compile("\"" + RECORDING + "\":\"([a-z0-9-]{1,40})\"");

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

  static String file(String name, Ingest ingest, Recording recording) {
    XmlDocument syslog =
        XmlDocument.of("Syslog")
            .with("Message", message(ApigeeNames.placeholder(ingest.tokenRef()), recording))
            .with("Host", ingest.host())
            .with("Port", Integer.toString(ingest.port()))
            .with("Protocol", "TCP")
            .with("FormatMessage", "true");
    if (ingest.tls()) {
      syslog.with(XmlDocument.of("SSLInfo").with("Enabled", "true"));
    }
    return XmlDocument.policy("MessageLogging", name).with(syslog).with("logLevel", "INFO").file();
  }

  /** What a message of ours says is to be kept. */
  public static Recording recording(String message) {
    var member = RECORDED.matcher(message);
    return member.find() ? Recording.of(member.group(1)).orElse(Recording.ALL) : Recording.ALL;
  }

  private static String message(String token, Recording recording) {
    var members = new ArrayList<String>();
    members.add("\"t\":\"" + token + "\"");
    if (!recording.equals(Recording.ALL)) {
      members.add("\"" + RECORDING + "\":\"" + recording.word() + "\"");
    }
    for (int i = 0; i < OURS_OR_APIGEES.size(); i += 2) {
      members.add("\"" + OURS_OR_APIGEES.get(i) + "\":\"{" + OURS_OR_APIGEES.get(i + 1) + "}\"");
    }
    for (int i = 0; i < OTHERS.size(); i += 2) {
      members.add("\"" + OTHERS.get(i) + "\":\"{escapeJSON(" + OTHERS.get(i + 1) + ")}\"");
    }
    return "{" + String.join(",", members) + "}";
  }
}
