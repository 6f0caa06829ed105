package io.entente.simulator.kong.proxy.exchange;

import java.util.Locale;
import java.util.Optional;

/** Which media type an error answer has. */
final class Negotiation {

  static final String JSON = "application/json; charset=utf-8";
  static final String HTML = "text/html; charset=utf-8";
  static final String PLAIN = "text/plain; charset=utf-8";
  static final String XML = "application/xml; charset=utf-8";
  static final String GRPC = "application/grpc";

  private Negotiation() {}

  /** Best entry of an Accept header by quality; the first of equals; JSON for anything unknown. */
  static String accept(Optional<String> header) {
    String best = JSON;
    double most = 0;
    for (String entry : header.orElse("").split(",", -1)) {
      double quality = quality(entry);
      if (!entry.isBlank() && quality > most) {
        best = typeOf(entry);
        most = quality;
      }
    }
    return best;
  }

  /** The media type for one name; JSON when it is unknown. */
  static String typeOf(String entry) {
    int end = entry.indexOf(';');
    String name = (end < 0 ? entry : entry.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "text/html" -> HTML;
      case "text/plain", "text/*" -> PLAIN;
      case "application/xml" -> XML;
      case GRPC -> GRPC;
      default -> JSON;
    };
  }

  private static double quality(String entry) {
    int at = entry.indexOf("q=");
    if (at < 0) {
      return 1;
    }
    String number = entry.substring(at + 2).strip();
    return number.matches("[0-9]+(\\.[0-9]*)?") ? Double.parseDouble(number) : 1;
  }
}
