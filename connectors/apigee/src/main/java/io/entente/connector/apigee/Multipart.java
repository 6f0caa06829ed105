package io.entente.connector.apigee;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One file as a form, the way Apigee takes archives. */
final class Multipart {

  private Multipart() {}

  static Call.Body file(String field, String fileName, byte[] bytes) {
    String boundary = "entente-" + UUID.randomUUID();
    var out = new ByteArrayOutputStream(bytes.length + 512);
    out.writeBytes(
        ("--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + field
                + "\"; filename=\""
                + fileName.replaceAll("[^A-Za-z0-9._-]", "_")
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(bytes);
    out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return new Call.Body("multipart/form-data; boundary=" + boundary, out.toByteArray());
  }
}
