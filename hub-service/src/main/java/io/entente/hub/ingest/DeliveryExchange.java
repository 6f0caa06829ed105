package io.entente.hub.ingest;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.access.IngestTokens;
import io.entente.hub.ingest.DeliveryForm.Answer;
import io.entente.hub.problem.HttpProblems;
import io.entente.model.identity.GatewayId;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One delivery over HTTP, from its headers to the answer. Runs on the event loop of its connection;
 * only what takes long goes to a worker, while nothing else of the delivery happens.
 *
 * @param <B> what its body comes to
 */
final class DeliveryExchange<B extends IngestBatch> {

  /** Reading so much takes well below a millisecond; handing it over would cost more. */
  private static final int SMALL = 16 * 1024;

  /** So much of a refused body is let come: most clients read no answer before they have sent. */
  private static final long PASSED_OVER = 16 << 20;

  private final Vertx vertx;
  private final WorkerExecutor readers;
  private final IngestConfig config;
  private final IngestTokens tokens;
  private final Intake intake;
  private final HttpProblems problems;
  private final DeliveryForm<B> form;
  private final HttpServerRequest request;
  private final Delivery delivery;
  private final Context loop;

  private Optional<Room.Share> share = Optional.empty();
  private Optional<DeliveryBody> body = Optional.empty();
  private long timer = -1;
  private long passedOver;
  private boolean arrived;
  private boolean ended;

  DeliveryExchange(
      Vertx vertx,
      WorkerExecutor readers,
      IngestConfig config,
      IngestTokens tokens,
      Intake intake,
      HttpProblems problems,
      DeliveryForm<B> form,
      HttpServerRequest request,
      Delivery delivery) {
    this.vertx = vertx;
    this.readers = readers;
    this.config = config;
    this.tokens = tokens;
    this.intake = intake;
    this.problems = problems;
    this.form = form;
    this.request = request;
    this.delivery = delivery;
    this.loop = vertx.getOrCreateContext();
  }

  void begin() {
    request.exceptionHandler(broken -> brokeOff()).handler(this::more).endHandler(whole -> whole());
    var known = delivery.token().flatMap(tokens::verify);
    if (known.isPresent() || !form.asks()) {
      receive(known);
      return;
    }
    request.pause();
    vertx
        .executeBlocking(() -> form.asked(delivery), false)
        .onSuccess(this::receive)
        .onFailure(this::refuse);
  }

  private void receive(Optional<GatewayId> gateway) {
    try {
      GatewayId whose = gateway.orElseThrow(IngestProblems::token);
      delivery.check(config, form.types());
      var mine = intake.enter(whose, delivery.length().orElse(0L));
      share = Optional.of(mine);
      body = Optional.of(new DeliveryBody(config.maxBody().asLongValue(), mine));
    } catch (RuntimeException e) {
      refuse(e);
      return;
    }
    timer = vertx.setTimer(config.maxTime().toMillis(), late -> tooSlow());
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.resume();
  }

  private void brokeOff() {
    if (!arrived) {
      refuse(IngestProblems.malformed("it broke off on the way"));
    }
  }

  private void tooSlow() {
    // It would be passed over as slowly.
    request.response().putHeader("Connection", "close");
    request.response().endHandler(done -> request.connection().close());
    refuse(IngestProblems.tooSlow("longer than " + config.maxTime()));
  }

  private void more(Buffer part) {
    if (ended) {
      passOver(part);
      return;
    }
    try {
      body.orElseThrow().add(part);
    } catch (RuntimeException e) {
      refuse(e);
    }
  }

  private void passOver(Buffer part) {
    passedOver += part.length();
    if (passedOver > PASSED_OVER) {
      request.connection().close();
    }
  }

  private void whole() {
    if (ended) {
      return;
    }
    arrived = true;
    vertx.cancelTimer(timer);
    var mine = share.orElseThrow();
    boolean small = body.orElseThrow().size() <= SMALL && !delivery.packed();
    var routes = small ? intake.knownRoutes(mine.gateway()) : Optional.<RouteAttribution>empty();
    if (routes.isPresent()) {
      try {
        answerWhenDurable(take(mine, routes.get()));
      } catch (RuntimeException e) {
        refuse(e);
      }
    } else {
      readers
          .executeBlocking(() -> take(mine, intake.routes(mine.gateway())), false)
          .onSuccess(this::answerWhenDurable)
          .onFailure(this::refuse);
    }
  }

  private CompletionStage<B> take(Room.Share mine, RouteAttribution routes) {
    InputStream sent = body.orElseThrow().open();
    return intake.take(mine, () -> form.read(delivery, sent, mine.gateway(), routes));
  }

  private void answerWhenDurable(CompletionStage<B> durable) {
    // The events are made; what they were made of is needed no more.
    body = Optional.empty();
    durable.whenComplete(
        (batch, failure) ->
            loop.runOnContext(
                v -> {
                  if (failure == null) {
                    answer(form.answer(delivery, batch));
                  } else {
                    refuse(failure);
                  }
                }));
  }

  private void answer(Answer answer) {
    ended = true;
    HttpServerResponse response = request.response();
    if (!response.closed()) {
      response.putHeader("Content-Type", answer.type()).end(Buffer.buffer(answer.body()));
    }
  }

  private void refuse(Throwable why) {
    if (ended) {
      return;
    }
    ended = true;
    vertx.cancelTimer(timer);
    share.ifPresent(Room.Share::giveBack);
    body = Optional.empty();
    intake.refused(why);
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }
    problems.answer(response, why);
    request.resume();
  }
}
