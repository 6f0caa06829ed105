package io.entente.simulator.apigee.proxy.exchange;

/** Runs shared flows of the environment. */
@FunctionalInterface
public interface Callouts {

  void call(String sharedFlow, Exchange exchange) throws PolicyFault;
}
