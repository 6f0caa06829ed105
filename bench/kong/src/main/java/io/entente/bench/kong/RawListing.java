package io.entente.bench.kong;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lists collections one after the other with a plain HTTP client; nothing is parsed. */
final class RawListing {

  private static final Pattern OFFSET = Pattern.compile("\"offset\":\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI admin;

  RawListing(URI admin) {
    this.admin = admin;
  }

  List<byte[]> list(List<String> collections) throws IOException, InterruptedException {
    var pages = new ArrayList<byte[]>();
    for (String collection : collections) {
      String query = "?size=1000";
      while (!query.isEmpty()) {
        var request = HttpRequest.newBuilder(admin.resolve("/" + collection + query)).build();
        byte[] page = client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        pages.add(page);
        query = next(page);
      }
    }
    return pages;
  }

  /** How long it takes to parse pages and nothing else, in nanoseconds. */
  static long parse(List<byte[]> pages) throws IOException {
    var mapper = new ObjectMapper();
    long begun = System.nanoTime();
    for (byte[] page : pages) {
      mapper.readTree(page);
    }
    return System.nanoTime() - begun;
  }

  private static String next(byte[] page) {
    var text = new String(page, java.nio.charset.StandardCharsets.ISO_8859_1);
    var offset = OFFSET.matcher(text);
    return offset.find()
        ? "?size=1000&offset="
            + java.net.URLEncoder.encode(offset.group(1), java.nio.charset.StandardCharsets.UTF_8)
        : "";
  }
}
