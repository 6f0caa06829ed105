package io.entente.hub.ingest;

import io.entente.hub.access.IngestTokens;
import io.entente.hub.problem.HttpProblems;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Where gateways deliver their logs over HTTP; META-INF/openapi.yaml says it to callers. Straight
 * on the server: by way of a framework, a request costs many times what is done with its entry.
 * Anybody may call; only the token of a gateway is let in.
 */
@ApplicationScoped
class DeliveryRoutes {

  /** Behind the limit of all bodies, before everything else. */
  private static final int EARLY = Integer.MIN_VALUE + 1;

  /**
   * How many large bodies are read at once. More are not sooner done, and what is made of each
   * takes memory until all of it is accepted or refused.
   */
  private static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final Vertx vertx;
  private final WorkerExecutor readers;
  private final IngestConfig config;
  private final IngestTokens tokens;
  private final Intake intake;
  private final HttpProblems problems;
  private final KongIngest kong;
  private final OtlpIngest otlp;

  DeliveryRoutes(
      Vertx vertx,
      IngestConfig config,
      IngestTokens tokens,
      Intake intake,
      HttpProblems problems,
      KongIngest kong,
      OtlpIngest otlp) {
    this.vertx = vertx;
    this.readers = vertx.createSharedWorkerExecutor("entente-ingest", READERS);
    this.config = config;
    this.tokens = tokens;
    this.intake = intake;
    this.problems = problems;
    this.kong = kong;
    this.otlp = otlp;
  }

  void install(@Observes Router router) {
    add(router, "/ingest/kong", kong);
    add(router, "/ingest/kong/:" + Delivery.RECORDING, kong);
    add(router, "/ingest/otlp/v1/logs", otlp);
  }

  private void add(Router router, String path, DeliveryForm<?> form) {
    router.post(path).order(EARLY).handler(context -> begin(context, form));
  }

  private <B extends IngestBatch> void begin(RoutingContext context, DeliveryForm<B> form) {
    var delivery = Delivery.of(context.request(), context.pathParam(Delivery.RECORDING));
    new DeliveryExchange<>(
            vertx, readers, config, tokens, intake, problems, form, context.request(), delivery)
        .begin();
  }
}
