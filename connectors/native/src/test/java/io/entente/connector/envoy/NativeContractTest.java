package io.entente.connector.envoy;

import io.entente.connector.testkit.ConnectorContract;
import io.entente.connector.testkit.ConnectorFixture;

/** The native connector keeps what every connector has to keep. */
class NativeContractTest extends ConnectorContract {

  @Override
  protected ConnectorFixture open() {
    return new NativeContractFixture();
  }
}
