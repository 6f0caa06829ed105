package io.entente.simulator.kong.proxy.exchange;

/**
 * Where a request came in.
 *
 * @param requestId 32 hexadecimal digits
 * @param worker which worker has the connection, from 0
 * @param number of the connection on this node
 * @param requests how many requests came on the connection, this one included
 * @param listeningPort the port clients know the gateway by
 */
public record Connection(
    String requestId, int worker, long number, int requests, String serverIp, int listeningPort) {

  public Connection {
    if (worker < 0 || requests < 1) {
      throw new IllegalArgumentException("worker " + worker + ", requests " + requests);
    }
  }
}
