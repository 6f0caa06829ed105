package io.entente.translator.apigee.emit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** AssignMessage that does one thing: to headers of the message at hand, or to a variable. */
final class AssignMessagePolicy {

  private AssignMessagePolicy() {}

  /**
   * @param message {@code request} or {@code response}
   * @param action {@code Remove}, {@code Set} or {@code Add}
   * @param headers name to value; an empty value writes none
   */
  static String file(
      String name, String message, String action, SortedMap<String, String> headers) {
    XmlDocument list = XmlDocument.of("Headers");
    headers.forEach(
        (header, value) -> list.with(XmlDocument.of("Header", "name", header).text(value)));
    return file(name, message, XmlDocument.of(action).with(list));
  }

  /** Takes a parameter of the query off the request. */
  static String withoutParameter(String name, String parameter) {
    return file(
        name,
        "request",
        XmlDocument.of("Remove")
            .with(
                XmlDocument.of("QueryParams")
                    .with(XmlDocument.of("QueryParam", "name", parameter))));
  }

  /** Takes a header off the request. */
  static String withoutHeader(String name, String header) {
    return file(name, "request", "Remove", new TreeMap<>(Map.of(header, "")));
  }

  /**
   * Sets a flow variable.
   *
   * @param from {@code Ref} or {@code Template}
   */
  static String variable(String name, String variable, String from, String value) {
    return file(
        name, "request", XmlDocument.of("AssignVariable").with("Name", variable).with(from, value));
  }

  private static String file(String name, String message, XmlDocument action) {
    return XmlDocument.policy("AssignMessage", name)
        .with(action)
        .with("IgnoreUnresolvedVariables", "true")
        .with(
            XmlDocument.of("AssignTo", "createNew", "false", "transport", "http", "type", message))
        .file();
  }
}
