package io.entente.connector.kong;

import io.entente.connector.testkit.ConformanceReport;
import io.entente.connector.testkit.ConnectorContract;
import io.entente.connector.testkit.ConnectorFixture;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connector keeps what every connector has to keep, on a Kong with database. */
class KongDatabaseContractTest extends ConnectorContract {

  @RegisterExtension
  static final ConformanceReport REPORT =
      new ConformanceReport("kong-database", "the Kong simulator 3.9.1 with a database");

  @Override
  protected ConnectorFixture open() {
    return new DatabaseFixture();
  }
}
