package io.entente.simulator.apigee.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.regex.Pattern;

/** The formats a discovery document gives to texts and numbers. */
final class Formats {

  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,19}");
  private static final Pattern DURATION = Pattern.compile("-?\\d+(\\.\\d{1,9})?s");

  private Formats() {}

  /** Whether a text keeps its format. */
  static boolean isText(String text, String format) {
    return switch (format) {
      case "", "google-fieldmask" -> true;
      case "int64" -> isLong(text);
      case "byte" -> isBase64(text);
      case "google-datetime" -> isTime(text);
      case "google-duration" -> DURATION.matcher(text).matches();
      default -> throw new IllegalArgumentException("format '" + format + "' is unknown");
    };
  }

  static boolean isInt32(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt();
  }

  /** As an argument of a query: everything is text there. */
  static boolean isArgument(String text, JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "boolean" -> text.equals("true") || text.equals("false");
      case "integer" -> isLong(text) && Long.parseLong(text) == (int) Long.parseLong(text);
      default -> isText(text, schema.path("format").asText());
    };
  }

  private static boolean isLong(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return false;
    }
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
