package io.entente.connector.testkit;

/** A connector without a fault passes. */
class FakeConnectorContractTest extends ConnectorContract {

  @Override
  protected ConnectorFixture open() {
    return new FakeFixture(FakeFault.NONE);
  }
}
