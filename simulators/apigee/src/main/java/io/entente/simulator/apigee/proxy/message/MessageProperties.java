package io.entente.simulator.apigee.proxy.message;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The properties of a message by the names that follow {@code request.} and its like. */
public final class MessageProperties {

  private static final Pattern LISTED =
      Pattern.compile("(header|queryparam)\\.(.+?)(\\.values(?:\\.count|\\.string)?|\\.[0-9]+)?");

  private MessageProperties() {}

  public static Optional<Object> read(Message message, String property) {
    Matcher listed = LISTED.matcher(property);
    if (listed.matches()) {
      String suffix = listed.group(3) == null ? "" : listed.group(3);
      boolean header = listed.group(1).equals("header");
      List<String> values =
          header
              ? message.headers().values(listed.group(2))
              : message.query().values(listed.group(2));
      return listed(values, suffix);
    }
    return switch (property) {
      case "content" -> Optional.of(message.text());
      case "headers.count" -> Optional.of(message.headers().names().size());
      case "headers.names" -> Optional.of(message.headers().names().toString());
      case "headers.names.string" -> Optional.of(String.join(",", message.headers().names()));
      default -> message.isRequest() ? ofRequest(message, property) : ofResponse(message, property);
    };
  }

  public static boolean write(Message message, String property, String value) {
    if (property.startsWith("header.")) {
      message.headers().set(property.substring("header.".length()), value);
      return true;
    }
    if (property.startsWith("queryparam.")) {
      message.query().set(property.substring("queryparam.".length()), value);
      return true;
    }
    switch (property) {
      case "content" -> message.content(value);
      case "verb" -> message.verb(value.toUpperCase(Locale.ROOT));
      case "path" -> message.assignPath(value);
      case "reason.phrase" -> message.reason(value);
      case "status.code" -> {
        if (!value.matches("[1-9][0-9]{2}")) {
          return false;
        }
        message.status(Integer.parseInt(value));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Optional<Object> ofRequest(Message message, String property) {
    return switch (property) {
      case "verb" -> Optional.of(message.verb());
      case "path" -> Optional.of(message.path());
      case "uri" -> Optional.of(message.uri());
      case "version" -> Optional.of(message.version());
      case "querystring" -> Optional.of(message.query().toString());
      case "queryparams.count" -> Optional.of(message.query().size());
      case "queryparams.names" -> Optional.of(message.query().names().toString());
      case "queryparams.names.string" -> Optional.of(String.join(",", message.query().names()));
      default -> Optional.empty();
    };
  }

  private static Optional<Object> ofResponse(Message message, String property) {
    return switch (property) {
      case "status.code" -> Optional.of(message.status());
      case "reason.phrase" -> Optional.of(message.reason());
      default -> Optional.empty();
    };
  }

  private static Optional<Object> listed(List<String> values, String suffix) {
    if (suffix.equals(".values.count")) {
      return Optional.of(values.size());
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    if (suffix.isEmpty()) {
      return Optional.of(values.get(0));
    }
    if (suffix.equals(".values.string")) {
      return Optional.of(String.join(",", values));
    }
    if (suffix.equals(".values")) {
      return Optional.of(values.toString());
    }
    int index = suffix.length() > 6 ? 0 : Integer.parseInt(suffix.substring(1));
    return index < 1 || index > values.size()
        ? Optional.empty()
        : Optional.of(values.get(index - 1));
  }
}
