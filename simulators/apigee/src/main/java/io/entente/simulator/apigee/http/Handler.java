package io.entente.simulator.apigee.http;

/** Answers requests. Any thread. */
@FunctionalInterface
public interface Handler {

  Response handle(Request request);
}
