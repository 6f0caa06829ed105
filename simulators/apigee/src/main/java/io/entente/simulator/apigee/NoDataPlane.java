package io.entente.simulator.apigee;

import io.entente.simulator.apigee.plane.DataPlane;
import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import java.util.List;

/** Stands in when there is no data plane: everything can be deployed, nobody can connect. */
final class NoDataPlane implements DataPlane {

  @Override
  public List<String> faultsOf(RunningBundle bundle, boolean sharedFlow) {
    return List.of();
  }

  @Override
  public void run(RunningEnvironment environment) {}

  @Override
  public int port() {
    return 0;
  }

  @Override
  public void close() {}
}
