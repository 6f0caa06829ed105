package io.entente.connector.apigee.log;

import java.util.Map;
import java.util.Optional;

/**
 * What a line says, without its token.
 *
 * @param node the process that wrote it, where its header names one
 * @param fields those that are not blank
 */
record LogLine(Optional<String> node, Map<LogField, String> fields) {

  LogLine {
    fields = Map.copyOf(fields);
  }

  Optional<String> get(LogField field) {
    return Optional.ofNullable(fields.get(field));
  }
}
