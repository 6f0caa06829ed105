package io.entente.simulator.apigee.http;

/** An answer and what becomes of it on its way. */
public record Answer(Response response, Delivery delivery) {

  public static Answer whole(Response response) {
    return new Answer(response, Delivery.WHOLE);
  }
}
