package io.entente.simulator.apigee.fault;

import io.entente.simulator.apigee.http.Request;

/** A fault with what it has counted. Not thread-safe: the switchboard guards it. */
final class ArmedFault {

  private final Fault fault;
  private int seen;
  private int struck;

  ArmedFault(Fault fault) {
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }

  int struck() {
    return struck;
  }

  boolean strikes(Request request) {
    if (!fault.match().matches(request)) {
      return false;
    }
    seen++;
    if (seen <= fault.after() || struck >= fault.times()) {
      return false;
    }
    struck++;
    return true;
  }
}
