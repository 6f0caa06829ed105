package io.entente.translator.apigee.emit;

import java.util.SortedMap;

/** AssignMessage that does one thing to headers of the message at hand. */
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
    return XmlDocument.policy("AssignMessage", name)
        .with(XmlDocument.of(action).with(list))
        .with("IgnoreUnresolvedVariables", "true")
        .with(
            XmlDocument.of("AssignTo", "createNew", "false", "transport", "http", "type", message))
        .file();
  }
}
