package io.entente.hub.audit;

import io.entente.model.tree.Node;

/**
 * What is to be recorded; never holds a secret.
 *
 * @param actor who did it
 * @param action what, for example {@code plan.approve}
 * @param subject on what, for example {@code gateway/edge}
 * @param detail anything a later reader needs; an empty object when there is nothing
 */
public record AuditEntry(String actor, String action, String subject, Node detail) {
  public AuditEntry {
    if (actor.isBlank() || action.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException(
          "audit entry '" + actor + "' '" + action + "' '" + subject + "' has a blank part");
    }
  }

  public static AuditEntry of(String actor, String action, String subject) {
    return new AuditEntry(actor, action, subject, Node.obj());
  }
}
