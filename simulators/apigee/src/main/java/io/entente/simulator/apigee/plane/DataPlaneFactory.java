package io.entente.simulator.apigee.plane;

/** Makes the data plane; found by ServiceLoader. */
public interface DataPlaneFactory {

  /**
   * Starts it on 127.0.0.1.
   *
   * @param port 0 for any free one
   */
  DataPlane start(int port, RequestFacts facts);
}
