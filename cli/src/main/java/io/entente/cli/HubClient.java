package io.entente.cli;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls the hub. Every failure is a {@link ProblemException} in the hub's own words. */
final class HubClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final Duration DOWNLOAD = Duration.ofMinutes(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI server;
  private final String token;

  HubClient(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  Node get(String path, Map<String, String> query) {
    return call(request(path + Query.of(query)).GET());
  }

  Node post(String path, Node body) {
    return call(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JsonTree.write(body))));
  }

  Node post(String path, String contentType, String body) {
    return call(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Node put(String path, String contentType, byte[] body) {
    return call(
        request(path)
            .header("Content-Type", contentType)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  void delete(String path) {
    call(request(path).DELETE());
  }

  /**
   * Writes an answer to {@code file}, all of it or nothing.
   *
   * @param replace whether a file that is there is replaced
   * @return the answer's headers
   */
  HttpHeaders download(String path, Map<String, String> query, Path file, boolean replace) {
    if (!replace && Files.exists(file)) {
      throw new ProblemException(
          Problem.user(
              "FILE_EXISTS",
              "The file is there already, and nothing was written.",
              "--file",
              file.toString(),
              "Name another place, or replace it with --force."));
    }
    var request =
        HttpRequest.newBuilder(server.resolve(path + Query.of(query)))
            .timeout(DOWNLOAD)
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<InputStream> answer = send(request, HttpResponse.BodyHandlers.ofInputStream());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (InputStream body = answer.body()) {
      if (answer.statusCode() >= 300) {
        throw ProblemAnswer.read(
            answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
      Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return answer.headers();
    } catch (IOException e) {
      throw new ProblemException(
          Problem.user(
              "FILE_NOT_WRITTEN",
              "The file cannot be written: " + e,
              "--file",
              file.toString(),
              "Name a place that may be written, and ask again."));
    }
  }

  /** Hands each line of a stream that does not end to {@code line}. */
  void stream(String path, Map<String, String> query, Consumer<String> line) {
    var request =
        HttpRequest.newBuilder(server.resolve(path + Query.of(query)))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<Stream<String>> answer = send(request, HttpResponse.BodyHandlers.ofLines());
    try (Stream<String> lines = answer.body()) {
      if (answer.statusCode() >= 300) {
        throw ProblemAnswer.read(answer.statusCode(), lines.collect(Collectors.joining("\n")));
      }
      lines.filter(l -> l.startsWith("data:")).forEach(l -> line.accept(l.substring(5).strip()));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json");
  }

  private Node call(HttpRequest.Builder request) {
    HttpResponse<String> answer = send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw ProblemAnswer.read(answer.statusCode(), answer.body());
    }
    return answer.body().isBlank() ? Node.obj() : JsonTree.read(answer.body(), TreeLimits.VENDOR);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.vendor(
              "HUB_NOT_REACHED",
              "The hub did not answer: " + e,
              server.toString(),
              "Start it with ./run, or name its address with --server."));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          Problem.internal("INTERRUPTED", "The call was interrupted", "Run the command again."));
    }
  }
}
