package io.entente.simulator.kong.proxy.upstream;

import io.entente.simulator.kong.proxy.wire.BodyReader;
import io.entente.simulator.kong.proxy.wire.HeadReader;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import io.entente.simulator.kong.proxy.wire.WireInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.BooleanSupplier;

/** One try: a new connection, one request, one answer. Blocks the calling thread. */
public final class UpstreamCall {

  private static final int SLICE_MILLIS = 25;

  private final Timeouts timeouts;
  private final BooleanSupplier clientLeft;

  /**
   * @param clientLeft asked now and then while waiting for the answer
   */
  public UpstreamCall(Timeouts timeouts, BooleanSupplier clientLeft) {
    this.timeouts = timeouts;
    this.clientLeft = clientLeft;
  }

  public Outcome send(Address to, byte[] request, boolean head) {
    try (var socket = new Socket()) {
      try {
        socket.connect(new InetSocketAddress(to.ip(), to.port()), timeouts.connect());
      } catch (SocketTimeoutException slow) {
        return new Outcome.Failed(504, false);
      } catch (IOException refused) {
        return new Outcome.Failed(502, false);
      }
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(timeouts.read());
      socket.getOutputStream().write(request);
      return answer(new WireInput(socket), head);
    } catch (SocketTimeoutException slow) {
      return new Outcome.Failed(504, true);
    } catch (IOException broken) {
      return new Outcome.Failed(502, true);
    }
  }

  private Outcome answer(WireInput in, boolean head) throws IOException {
    long deadline = System.nanoTime() + timeouts.read() * 1_000_000L;
    while (!in.await(SLICE_MILLIS)) {
      if (clientLeft.getAsBoolean()) {
        return new Outcome.Abandoned();
      }
      if (System.nanoTime() > deadline) {
        return new Outcome.Failed(504, true);
      }
    }
    while (true) {
      String line = in.line();
      if (!line.matches("HTTP/1\\.[01] [0-9]{3}( .*)?")) {
        return new Outcome.NotHttp(Wire.bytes(line + "\r\n" + Wire.of(in.upTo(64 * 1024))));
      }
      int status = Integer.parseInt(line.substring(9, 12));
      Headers headers = HeadReader.headers(in);
      if (status >= 200) {
        return reply(in, status, headers, head);
      }
    }
  }

  private static Outcome reply(WireInput in, int status, Headers headers, boolean head) {
    boolean chunked =
        headers.first("transfer-encoding").orElse("").equalsIgnoreCase("chunked") && !head;
    var body = new ByteArrayOutputStream();
    boolean complete = true;
    try {
      if (head || status == 204 || status == 304) {
        return new Outcome.Reply(status, headers, new byte[0], true, false);
      }
      if (chunked) {
        BodyReader.chunked(in, body);
      } else if (headers.has("content-length")) {
        long length = Long.parseLong(headers.first("content-length").orElse("0"));
        body.writeBytes(in.upTo(Math.min(length, BodyReader.LIMIT)));
        complete = body.size() == length;
      } else {
        body.writeBytes(in.upTo(BodyReader.LIMIT));
      }
    } catch (IOException | NumberFormatException broken) {
      complete = false;
    }
    return new Outcome.Reply(status, headers, body.toByteArray(), complete, chunked);
  }
}
