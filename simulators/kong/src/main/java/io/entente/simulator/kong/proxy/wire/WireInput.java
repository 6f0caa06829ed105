package io.entente.simulator.kong.proxy.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Buffered reading from a socket, with a look whether the other side is still there. */
public final class WireInput {

  private static final int MAX_LINE = 64 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int from;
  private int to;
  private long count;

  public WireInput(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** Bytes consumed so far. */
  public long count() {
    return count;
  }

  /** One byte, or -1 at the end. */
  public int read() throws IOException {
    if (from == to && !fill()) {
      return -1;
    }
    count++;
    return buffer[from++] & 0xFF;
  }

  /** A line without its end; -1 before the first byte is an {@link EOFException}. */
  public String line() throws IOException {
    var line = new StringBuilder();
    while (true) {
      int next = read();
      if (next < 0) {
        throw new EOFException("end of stream after '" + line.length() + "' bytes of a line");
      }
      if (next == '\n') {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
          line.setLength(last);
        }
        return line.toString();
      }
      if (line.length() == MAX_LINE) {
        throw new BadMessage("a line is longer than " + MAX_LINE + " bytes");
      }
      line.append((char) next);
    }
  }

  /** Up to {@code length} bytes; fewer only at the end of the stream. */
  public byte[] upTo(long length) throws IOException {
    var out = new ByteArrayOutputStream((int) Math.min(length, 64 * 1024));
    while (out.size() < length && (from < to || fill())) {
      int n = (int) Math.min(to - from, length - out.size());
      out.write(buffer, from, n);
      from += n;
      count += n;
    }
    return out.toByteArray();
  }

  /** Whether the other side has closed; waits at most a millisecond and loses no byte. */
  public boolean closed() throws IOException {
    return await(1) && from == to;
  }

  /** Reads up to {@code most} bytes, or to the end, and forgets them. */
  public void drop(long most) throws IOException {
    long end = count + most;
    while (count < end && read() >= 0) {
      // Nobody wants these bytes.
    }
  }

  /** Waits for a byte or the end of the stream; false when neither came in time. */
  public boolean await(int millis) throws IOException {
    if (from < to) {
      return true;
    }
    int before = socket.getSoTimeout();
    socket.setSoTimeout(millis);
    try {
      fill();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(before);
    }
  }

  private boolean fill() throws IOException {
    int n = in.read(buffer, 0, buffer.length);
    if (n <= 0) {
      return false;
    }
    from = 0;
    to = n;
    return true;
  }
}
