package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.translator.Stated;

/** What Apigee takes for the address of the caller. */
final class CallerAddress {

  private CallerAddress() {}

  static Deviation deviation(Stated stated, Place place) {
    return stated.different(
        "client-address",
        "the caller is "
            + place.clientAddress()
            + ", the address that the environment's client IP resolution picks out of"
            + " X-Forwarded-For: with 0 such settings a caller who writes the header himself may"
            + " be taken for another"
            + (place.hybrid() ? "; a hybrid runtime too old to have the variable answers 500" : ""),
        "Set the client IP resolution of the environment to the place your load balancers fill.");
  }
}
