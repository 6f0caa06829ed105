package io.entente.simulator.apigee.proxy.outbound;

import io.entente.simulator.apigee.proxy.message.Message;

/** What came of a call. */
public sealed interface TargetOutcome {

  /** An answer of any status. */
  record Answered(Message message) implements TargetOutcome {}

  /** No connection could be made; nothing was sent. */
  record Unreachable() implements TargetOutcome {}

  /** No answer in time. */
  record TimedOut() implements TargetOutcome {}

  /** The connection ended too early, or it was not HTTP. */
  record BrokenOff() implements TargetOutcome {}
}
