package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of an answer of ours, as far as Apigee may change it. */
record BlockedBody(String body, Stated stated) {

  static boolean hasBraces(String body) {
    return body.contains("{") || body.contains("}");
  }

  /** Why a payload cannot hold it; empty when it can. */
  Optional<Deviation> unwritable() {
    long unknown = body.codePoints().filter(BlockedBody::notInXml).count();
    if (unknown > 0) {
      return Optional.of(
          stated.different(
              "not-in-xml",
              "%d characters that no XML document may hold".formatted(unknown),
              "Take them out of the body."));
    }
    if (hasBraces(body) && Delimiters.absentFrom(body).isEmpty()) {
      return Optional.of(
          stated.different(
              "a-template",
              "0 marks are left, besides the braces, to tell Apigee where variables begin",
              "Leave out two of the marks " + Delimiters.MARKS + "."));
    }
    return Optional.empty();
  }

  List<Deviation> deviations() {
    var found = new ArrayList<Deviation>();
    if (body.isEmpty()) {
      found.add(
          stated.different(
              "empty-body",
              "0 characters of ours: Apigee does not say whether its own message of the fault"
                  + " goes out instead",
              "Write a body."));
    }
    if (!body.equals(body.strip())) {
      found.add(
          stated.different(
              "blank-ends",
              "%d blanks at the ends, which Apigee does not promise to keep"
                  .formatted(body.length() - body.strip().length()),
              "None needed where blanks at the ends mean nothing."));
    }
    long others = body.codePoints().filter(c -> c > 0x7f).count();
    if (others > 0) {
      found.add(
          stated.different(
              "encoding",
              "%d characters beyond ASCII: Apigee does not say in which encoding they leave"
                  .formatted(others),
              "Keep to ASCII, in JSON with escapes."));
    }
    return found;
  }

  private static boolean notInXml(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
        || c == 0xfffe
        || c == 0xffff;
  }
}
