package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.stats.FactStore;
import io.entente.simulator.apigee.stats.StatsAnswer;
import io.entente.simulator.apigee.store.Environment;

/** {@code stats}, with a limit of calls of its own. */
final class StatsSection implements Section {

  private final FactStore facts;
  private final Quota quota;

  StatsSection(FactStore facts, Quota quota) {
    this.facts = facts;
    this.quota = quota;
  }

  @Override
  public void serve(Endpoints endpoints) {
    endpoints.on("environments.stats.get", this::get);
  }

  private Response get(Invocation call) {
    Environment environment = call.environment();
    if (!environment.spec().hasAnalytics()) {
      throw Refusal.of(
          Code.FAILED_PRECONDITION,
          "The Analytics add-on is not enabled in the environment " + environment.name() + ".");
    }
    quota.take(call.organization().name());
    return Response.json(
        200, StatsAnswer.of(facts, environment.name(), call.variable("statsId"), call.request()));
  }
}
