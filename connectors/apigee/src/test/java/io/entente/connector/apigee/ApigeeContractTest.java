package io.entente.connector.apigee;

import io.entente.connector.testkit.ConformanceReport;
import io.entente.connector.testkit.ConnectorContract;
import io.entente.connector.testkit.ConnectorFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connector keeps what every connector has to keep. */
class ApigeeContractTest extends ConnectorContract {

  @RegisterExtension
  static final ConformanceReport REPORT = new ConformanceReport("apigee", "the Apigee simulator");

  @AfterAll
  static void saysWhatWasChecked() {
    System.out.println("The contract: " + Conversation.CHECKED + ", none against the API");
  }

  @Override
  protected ConnectorFixture open() {
    return new ApigeeFixture();
  }
}
