package io.entente.translator.envoy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One HTTP/2 request without a Content-Length, its body in frames of sizes that a test chooses. */
final class UndeclaredBody {

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;

  private UndeclaredBody() {}

  /** The status of the answer where HPACK has an entry for it, else the body of the answer. */
  static String status(int port, String path, int... frames) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      var out = new DataOutputStream(socket.getOutputStream());
      out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      frame(out, SETTINGS, 0, 0, new byte[0]);
      frame(out, HEADERS, END_HEADERS, 1, headers(path));
      for (int i = 0; i < frames.length; i++) {
        frame(out, DATA, i == frames.length - 1 ? END_STREAM : 0, 1, new byte[frames[i]]);
      }
      out.flush();
      return answer(new DataInputStream(socket.getInputStream()));
    }
  }

  private static String answer(DataInputStream in) throws IOException {
    String status = "";
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      in.readUnsignedByte();
      in.readInt();
      byte[] payload = in.readNBytes(length);
      if (type == HEADERS) {
        // RFC 7541, appendix A: 8 is :status 200, 13 is 404; others come as a literal
        status =
            switch (payload[0] & 0xff) {
              case 0x88 -> "200";
              case 0x8d -> "404";
              default -> "";
            };
      }
      if (!status.isEmpty() || type == DATA) {
        return status.isEmpty() ? new String(payload, StandardCharsets.US_ASCII) : status;
      }
    }
  }

  private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
  }

  private static byte[] headers(String path) throws IOException {
    var block = new ByteArrayOutputStream();
    for (String[] header :
        new String[][] {
          {":method", "POST"}, {":scheme", "http"}, {":path", path}, {":authority", "t"}
        }) {
      block.write(0);
      for (String text : header) {
        block.write(text.length());
        block.write(text.getBytes(StandardCharsets.US_ASCII));
      }
    }
    return block.toByteArray();
  }
}
