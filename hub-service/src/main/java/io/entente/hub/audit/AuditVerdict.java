package io.entente.hub.audit;

import java.util.Optional;

/**
 * Whether a chain is whole.
 *
 * @param intact true when every record and the head agree
 * @param records how many were looked at
 * @param brokenAt number of the first record that does not fit
 * @param reason what does not fit, in words
 */
public record AuditVerdict(
    boolean intact, long records, Optional<Long> brokenAt, Optional<String> reason) {
  static AuditVerdict whole(long records) {
    return new AuditVerdict(true, records, Optional.empty(), Optional.empty());
  }

  static AuditVerdict broken(long records, long at, String reason) {
    return new AuditVerdict(false, records, Optional.of(at), Optional.of(reason));
  }
}
