package io.entente.bench.kong;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The pages of collections, each fetched by a curl, one after the other, as a script would. */
final class Curl {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Curl() {}

  static void list(URI admin, List<String> collections) throws IOException, InterruptedException {
    for (String collection : collections) {
      String next = "/" + collection + "?size=1000";
      while (next != null) {
        byte[] page = fetch(admin.resolve(next));
        var answer = JSON.readTree(page);
        next = answer.path("next").isTextual() ? answer.get("next").asText() : null;
        if (next != null && !next.contains("size=")) {
          next += "&size=1000";
        }
      }
    }
  }

  private static byte[] fetch(URI page) throws IOException, InterruptedException {
    var curl = new ProcessBuilder("curl", "-sf", page.toString()).start();
    byte[] body = curl.getInputStream().readAllBytes();
    if (curl.waitFor() != 0) {
      throw new IOException("curl failed on " + page.getPath());
    }
    return body;
  }
}
