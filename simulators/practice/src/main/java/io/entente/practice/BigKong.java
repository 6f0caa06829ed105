package io.entente.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Puts a large estate on a Kong through its Admin API: services with one route each, and a plugin
 * on every tenth. The same seed makes the same estate; what is there already stays.
 */
final class BigKong {

  private static final int AT_ONCE = 8;
  private static final int PLUGIN_EACH = 10;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final List<String> WORDS =
      List.of("orders", "payments", "stock", "users", "search", "media", "ledger", "quotes");
  private static final List<String> METHODS =
      List.of("[\"GET\"]", "[\"GET\",\"POST\"]", "[\"PUT\"]", "null");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI admin;
  private final int seed;

  BigKong(URI admin, int seed) {
    this.admin = admin;
    this.seed = seed;
  }

  /**
   * Makes {@code services} services.
   *
   * @return how many entities were put
   * @throws IOException when one of them is refused
   */
  int fill(int services) throws IOException, InterruptedException {
    var pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var done = new ArrayList<Future<Integer>>();
      for (int i = 0; i < services; i++) {
        int number = i;
        done.add(pool.submit(() -> one(number)));
      }
      int entities = 0;
      for (Future<Integer> future : done) {
        entities += future.get();
      }
      return entities;
    } catch (ExecutionException e) {
      throw new IOException("could not fill " + admin + ": " + e.getMessage(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private int one(int number) throws IOException, InterruptedException {
    // Neighbours' seeds begin alike: they are spread first.
    var random = new Random((seed * 1_000_003L + number) * SPREAD);
    String word = WORDS.get(random.nextInt(WORDS.size()));
    String name = word + "-" + number;
    put(
        "services/" + name,
        "{\"url\":\"http://127.0.0.1:9\",\"tags\":[\"team-" + random.nextInt(20) + "\"]}");
    put(
        "services/" + name + "/routes/" + name + "-route",
        "{\"paths\":[\"/"
            + word
            + "/"
            + number
            + "\"],\"methods\":"
            + METHODS.get(random.nextInt(METHODS.size()))
            + "}");
    if (number % PLUGIN_EACH != 0) {
      return 2;
    }
    put(
        "routes/" + name + "-route/plugins/" + id(name),
        "{\"name\":\"rate-limiting\",\"config\":{\"minute\":" + (1 + random.nextInt(1000)) + "}}");
    return 3;
  }

  private void put(String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(admin.resolve("/" + path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
