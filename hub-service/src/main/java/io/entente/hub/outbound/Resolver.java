package io.entente.hub.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Says where a name leads to. */
@FunctionalInterface
interface Resolver {

  /** All addresses, at least one. */
  List<InetAddress> resolve(String name) throws UnknownHostException;
}
