package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shorthand {@code url} of a service: it stands for protocol, host, port and path. */
final class ServiceUrl {

  private static final Pattern URL =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#:]*)(?::(\\d+))?)?([^?#]*).*");

  private ServiceUrl() {}

  static void expand(ObjectNode service) {
    if (!service.has("url")) {
      return;
    }
    String url = service.remove("url").asText();
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw Refusal.schema("url", "invalid value: " + url);
    }
    String port = parts.group(3);
    String scheme = parts.group(1);
    String protocol =
        scheme == null ? (port != null && port.equals("443") ? "https" : "http") : scheme;
    service.put("protocol", protocol);
    setOrNull(service, "host", parts.group(2));
    if (port != null) {
      service.put("port", Integer.parseInt(port));
    } else if (protocol.equals("http")) {
      service.put("port", 80);
    } else if (protocol.equals("https")) {
      service.put("port", 443);
    } else {
      service.putNull("port");
    }
    setOrNull(service, "path", parts.group(4));
  }

  private static void setOrNull(
      ObjectNode service, String field, @org.jspecify.annotations.Nullable String value) {
    if (value == null || value.isEmpty()) {
      service.putNull(field);
    } else {
      service.put(field, value);
    }
  }
}
