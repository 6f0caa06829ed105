package io.entente.connector.apigee.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

/**
 * Reads the object of a line. Strict: the fields are exactly ours, in order, each text. A value
 * that broke out of its quotes would have to add a field or repeat one, and the line is refused.
 */
final class LineParser {

  private static final int DEPTH = 4;

  private final ApigeeLogLimits limits;
  private final JsonFactory json;

  LineParser(ApigeeLogLimits limits) {
    this.limits = limits;
    this.json =
        JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(limits.line())
                    .build())
            .build();
  }

  /** The fields with the token; blank ones are left out. */
  Map<LogField, String> read(byte[] line, SyslogFrame frame) throws RefusedLineException {
    try (JsonParser parser = json.createParser(line, frame.start(), frame.end() - frame.start())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new RefusedLineException(Refusal.MALFORMED);
      }
      Map<LogField, String> fields = fields(parser);
      if (parser.nextToken() != null) {
        throw new RefusedLineException(Refusal.MALFORMED);
      }
      return fields;
    } catch (IOException e) {
      throw new RefusedLineException(Refusal.MALFORMED);
    }
  }

  private Map<LogField, String> fields(JsonParser parser) throws IOException, RefusedLineException {
    Map<LogField, String> fields = new EnumMap<>(LogField.class);
    Iterator<LogField> expected = LogField.ORDER.iterator();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (!expected.hasNext()) {
        throw new RefusedLineException(misplaced(name));
      }
      LogField field = expected.next();
      if (field.optional() && !field.wire().equals(name)) {
        field = expected.next();
      }
      if (!field.wire().equals(name)) {
        throw new RefusedLineException(misplaced(name));
      }
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        throw new RefusedLineException(Refusal.FIELD_TYPE);
      }
      String value = parser.getText();
      if (value.length() > limits.text()) {
        throw new RefusedLineException(Refusal.TEXT_TOO_LONG);
      }
      if (!value.isBlank()) {
        fields.put(field, value);
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new RefusedLineException(Refusal.MALFORMED);
    }
    if (expected.hasNext()) {
      throw new RefusedLineException(Refusal.FIELD_MISSING);
    }
    return fields;
  }

  private static Refusal misplaced(String name) {
    return LogField.known(name) ? Refusal.FIELD_OUT_OF_PLACE : Refusal.FIELD_UNKNOWN;
  }
}
