/**
 * The life of a step while a plan is applied, written down before and after each call.
 *
 * <p>A {@link io.entente.reconciliation.journal.StepState} is stored before its step is sent and
 * after the answer. After a crash a state may be Sending or Unknown: {@link
 * io.entente.reconciliation.journal.JournalRecovery} decides from a fresh read what became of it.
 */
@NullMarked
package io.entente.reconciliation.journal;

import org.jspecify.annotations.NullMarked;
