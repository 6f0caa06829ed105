package io.entente.simulator.apigee.http;

/** How an answer reaches the client. */
public enum Delivery {
  /** Whole. */
  WHOLE,
  /** The announced length, but only the first half of the body. */
  CUT,
  /** Not at all: the connection is closed. */
  DROPPED
}
