package io.entente.simulator.apigee.plane;

import java.util.List;

/** The side that answers clients. Safe to call from any thread. */
public interface DataPlane extends AutoCloseable {

  /**
   * What of a bundle cannot run: one sentence each, with the file. Empty when it can be deployed.
   */
  List<String> faultsOf(RunningBundle bundle, boolean sharedFlow);

  /** From the next request on the environment runs this. */
  void run(RunningEnvironment environment);

  /** The port clients connect to. */
  int port();

  @Override
  void close();
}
