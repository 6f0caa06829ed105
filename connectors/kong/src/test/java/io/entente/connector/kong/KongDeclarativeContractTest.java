package io.entente.connector.kong;

import io.entente.connector.testkit.ConformanceReport;
import io.entente.connector.testkit.ConnectorContract;
import io.entente.connector.testkit.ConnectorFixture;
import io.entente.model.plan.Action;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The connector keeps what every connector has to keep, on a Kong without database. */
class KongDeclarativeContractTest extends ConnectorContract {

  @RegisterExtension
  static final ConformanceReport REPORT =
      new ConformanceReport("kong-declarative", "the Kong simulator 3.9.1 without a database");

  @Override
  protected ConnectorFixture open() {
    return new DeclarativeFixture();
  }

  @Override
  protected int fewestSteps() {
    return 1;
  }

  @Override
  protected Set<Action> actions() {
    return Set.of(Action.UPDATE);
  }
}
