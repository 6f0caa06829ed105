package io.entente.simulator.apigee.plane;

/** Takes what the data plane counted; called on its threads, returns at once. */
@FunctionalInterface
public interface RequestFacts {

  void count(RequestFact fact);
}
