package io.entente.hub.audit;

import io.entente.model.nativeobject.Hash;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import java.time.Instant;
import java.util.Map;

/**
 * One link of a tenant's chain.
 *
 * @param seq from 1, without gaps
 * @param at when, to the microsecond
 * @param detail canonical JSON
 * @param previousHash hash of the record before, 64 zeros for the first
 * @param hash over the previous hash, the number and the canonical text
 */
public record AuditRecord(
    long seq,
    Instant at,
    String actor,
    String action,
    String subject,
    String detail,
    String previousHash,
    String hash) {
  static final String NO_HASH = "0".repeat(64);

  /** The hash this record must have if no column of it was changed. */
  String expectedHash() {
    String text = previousHash + "\n" + seq + "\n" + canonical(at, actor, action, subject, detail);
    return Hash.ofText(text).hex();
  }

  static String canonical(Instant at, String actor, String action, String subject, String detail) {
    return CanonicalText.of(
        Node.obj(
            Map.of(
                "at", Node.text(at.toString()),
                "actor", Node.text(actor),
                "action", Node.text(action),
                "subject", Node.text(subject),
                "detail", Node.text(detail))));
  }
}
