package io.entente.simulator.kong.http;

/** Answers requests. Any thread. */
@FunctionalInterface
public interface Handler {

  Response handle(Request request);
}
