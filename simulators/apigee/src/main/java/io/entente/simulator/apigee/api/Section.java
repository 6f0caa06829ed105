package io.entente.simulator.apigee.api;

/** A group of methods. */
@FunctionalInterface
public interface Section {

  /** Registers its methods. */
  void serve(Endpoints endpoints);
}
