package io.entente.simulator.kong.proxy.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reading HTTP by hand, for tests. */
final class Wires {

  static final ObjectMapper MAPPER =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
  private static final int LONGEST = 2048;

  private Wires() {}

  static ObjectNode object(String json) throws IOException {
    return (ObjectNode) MAPPER.readTree(json);
  }

  /** A line without its end; empty text at the end of the stream too. */
  static String line(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream();
    int next = in.read();
    while (next >= 0 && next != '\n') {
      out.write(next);
      next = in.read();
    }
    return out.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  /** Header lines as [[lower-case name, value] …]. */
  static ArrayNode headers(InputStream in) throws IOException {
    ArrayNode headers = MAPPER.createArrayNode();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers
          .addArray()
          .add(line.substring(0, colon).strip().toLowerCase(java.util.Locale.ROOT))
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  static String first(JsonNode headers, String name) {
    for (JsonNode header : headers) {
      if (header.get(0).asText().equals(name)) {
        return header.get(1).asText();
      }
    }
    return "";
  }

  static byte[] chunked(InputStream in) throws IOException {
    var out = new ByteArrayOutputStream();
    while (true) {
      String size = line(in);
      if (size.isEmpty()) {
        throw new EOFException("no chunk size");
      }
      int length = Integer.parseInt(size.split(";", 2)[0].strip(), 16);
      if (length == 0) {
        while (!line(in).isEmpty()) {
          // Trailers do not matter here.
        }
        return out.toByteArray();
      }
      out.writeBytes(in.readNBytes(length));
      line(in);
    }
  }

  /** Text, or a digest of long bodies, as the scenarios have it. */
  static JsonNode body(byte[] bytes) {
    if (bytes.length <= LONGEST) {
      return MAPPER.getNodeFactory().textNode(text(bytes));
    }
    ObjectNode digest = MAPPER.createObjectNode();
    digest.put("sha256", sha256(bytes)).put("length", bytes.length);
    return digest;
  }

  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
