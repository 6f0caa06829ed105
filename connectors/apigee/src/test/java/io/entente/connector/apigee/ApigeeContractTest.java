package io.entente.connector.apigee;

import io.entente.connector.testkit.ConnectorContract;
import io.entente.connector.testkit.ConnectorFixture;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connector keeps what every connector has to keep. */
class ApigeeContractTest extends ConnectorContract {

  @RegisterExtension
  static final ConformanceReport REPORT = new ConformanceReport("apigee", "the Apigee simulator");

  @Override
  protected ConnectorFixture open() {
    return new ApigeeFixture();
  }
}
