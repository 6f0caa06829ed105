package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.template.UnresolvedVariable;

/** One thing AssignMessage or RaiseFault does to a message. */
@FunctionalInterface
interface MessageChange {

  /**
   * @param lenient whether a variable that is not set becomes nothing instead of an error
   */
  void apply(Exchange exchange, Message to, boolean lenient) throws UnresolvedVariable;
}
