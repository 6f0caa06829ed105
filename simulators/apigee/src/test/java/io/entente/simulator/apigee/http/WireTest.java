package io.entente.simulator.apigee.http;

import static io.entente.simulator.apigee.harness.Client.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.Zips;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WireTest {

  private final Client client = Client.start();

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void takesPostAsTheMethodItOverrides() {
    // Given
    client.revisionOf("apis", "p", Zips.proxy("p", "/p").zip());

    // When
    Reply reply =
        client.send(
            "POST",
            ORG + "/apis/p?updateMask=labels",
            Map.of("X-HTTP-Method-Override", "PATCH"),
            "{\"labels\":{\"team\":\"a\"}}".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(reply.text("/labels/team")).isEqualTo("a");
  }

  @Test
  void unpacksBodies() throws IOException {
    // Given
    client.revisionOf("apis", "p", Zips.proxy("p", "/p").zip());

    // When
    Reply reply =
        client.send(
            "PATCH",
            ORG + "/apis/p?updateMask=labels",
            Map.of("Content-Encoding", "gzip"),
            gzip("{\"labels\":{\"team\":\"b\"}}".getBytes(StandardCharsets.UTF_8)));

    // Then
    assertThat(reply.text("/labels/team")).isEqualTo("b");
  }

  @Test
  void packsAnswersForClientsThatTakeIt() throws IOException {
    // When
    Reply reply = client.send("GET", ORG, Map.of("Accept-Encoding", "gzip"), new byte[0]);

    // Then
    assertThat(reply.headers().firstValue("Content-Encoding")).contains("gzip");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).contains("\"acme\"");
    }
  }

  @Test
  void refusesBodiesThatUnpackToTooMuch() throws IOException {
    // When
    Reply reply =
        client.send(
            "POST",
            ORG + "/apis?action=import&name=p",
            Map.of("Content-Encoding", "gzip", "Content-Type", "application/octet-stream"),
            gzip(new byte[33 * 1024 * 1024]));

    // Then
    client.get(ORG);
    assertThat(reply.status()).isEqualTo(413);
  }

  @Test
  void takesABundleAsFileOfAForm() {
    // Given
    byte[] zip = Zips.proxy("p", "/p").zip();
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--XX\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--XX\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"p.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(zip);
    body.writeBytes("\r\n--XX--\r\n".getBytes(StandardCharsets.US_ASCII));

    // When
    Reply reply =
        client.send(
            "POST",
            ORG + "/apis?action=import&name=p",
            Map.of("Content-Type", "multipart/form-data; boundary=XX"),
            body.toByteArray());

    // Then
    assertThat(reply.text("/revision")).isEqualTo("1");
    assertThat(client.get(ORG + "/apis/p/revisions/1?format=bundle").body()).isEqualTo(zip);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
