package io.entente.simulator.kong.proxy.upstream;

import io.entente.simulator.kong.proxy.wire.Headers;

/** How one try ended. */
public sealed interface Outcome {

  /**
   * An answer.
   *
   * @param complete false when the connection broke inside the body
   * @param chunked whether it came in chunks
   */
  record Reply(int status, Headers headers, byte[] body, boolean complete, boolean chunked)
      implements Outcome {}

  /** Bytes that are not HTTP. */
  record NotHttp(byte[] bytes) implements Outcome {}

  /**
   * No answer.
   *
   * @param status 502 or 504
   * @param sent whether the request may have reached the service
   */
  record Failed(int status, boolean sent) implements Outcome {}

  /** The client left while the service was still thinking. */
  record Abandoned() implements Outcome {}
}
