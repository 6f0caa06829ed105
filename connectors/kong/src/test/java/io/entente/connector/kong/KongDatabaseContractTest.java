package io.entente.connector.kong;

import io.entente.connector.testkit.ConnectorContract;
import io.entente.connector.testkit.ConnectorFixture;

/** The connector keeps what every connector has to keep, on a Kong with database. */
class KongDatabaseContractTest extends ConnectorContract {

  @Override
  protected ConnectorFixture open() {
    return new DatabaseFixture();
  }
}
