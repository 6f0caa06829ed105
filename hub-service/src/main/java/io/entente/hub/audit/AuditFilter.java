package io.entente.hub.audit;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Which records are asked for; an empty text asks for all.
 *
 * @param actor who, exactly
 * @param action part of what was done
 * @param subject part of what it was done to
 * @param from not before then
 * @param to before then
 */
record AuditFilter(String actor, String action, String subject, Instant from, Instant to) {

  private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

  static final AuditFilter ALL = new AuditFilter("", "", "", Instant.EPOCH, ALWAYS);

  /**
   * Reads the parameters of a request.
   *
   * @throws ProblemException INVALID_VALUE for what is no instant
   */
  static AuditFilter of(String actor, String action, String subject, String from, String to) {
    return new AuditFilter(
        actor, action, subject, instant("from", from, Instant.EPOCH), instant("to", to, ALWAYS));
  }

  private static Instant instant(String name, String text, Instant otherwise) {
    try {
      return text.isEmpty() ? otherwise : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ProblemException(
          Problem.user(
              "INVALID_VALUE", "This is no instant.", name, text, "Write 2027-01-31T12:00:00Z."));
    }
  }
}
