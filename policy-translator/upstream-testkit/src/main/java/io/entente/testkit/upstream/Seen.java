package io.entente.testkit.upstream;

import io.entente.engine.upstream.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What a caller saw of a request that a gateway passed on to a {@link ScriptedUpstream}.
 *
 * @param whole whether the answer came to its end
 * @param time from the call to the end of the answer
 */
public record Seen(int status, boolean whole, Duration time) {

  private static final Duration EARLY = Duration.ofMillis(20);
  private static final Duration LATE = Duration.ofMillis(1_500);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Asks the gateway on this port, by the script of this name. */
  public static Seen of(int port, String method, String path, String script)
      throws IOException, InterruptedException {
    var asked =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("x-case", script)
            .timeout(Duration.ofSeconds(10))
            .build();
    long start = System.nanoTime();
    var answer = HTTP.send(asked, HttpResponse.BodyHandlers.ofInputStream());
    boolean whole = true;
    try (InputStream body = answer.body()) {
      body.readAllBytes();
    } catch (IOException e) {
      whole = false;
    }
    return new Seen(answer.statusCode(), whole, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Whether it ended like that, and not much later. */
  public boolean endedAs(Outcome meant) {
    return endedAs(meant, meant.status());
  }

  /** Whether it ended like that but for its status, which is another one. */
  public boolean endedAs(Outcome meant, int other) {
    return status == other
        && whole == meant.whole()
        && time.compareTo(meant.ended().minus(EARLY)) >= 0
        && time.compareTo(meant.ended().plus(LATE)) <= 0;
  }
}
