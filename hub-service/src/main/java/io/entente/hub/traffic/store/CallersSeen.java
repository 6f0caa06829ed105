package io.entente.hub.traffic.store;

/**
 * Who got through in a time, as far as the gateway said it.
 *
 * @param requests answered below 400
 * @param nameless those of them of which no caller is known
 * @param addresses from how many addresses the nameless came; of a sample, at least so many
 * @param named whether the gateway can say who calls; otherwise every request is nameless
 */
public record CallersSeen(long requests, long nameless, long addresses, boolean named) {

  public CallersSeen {
    if (nameless > requests) {
      throw new IllegalArgumentException("nameless " + nameless + " is > requests " + requests);
    }
  }
}
