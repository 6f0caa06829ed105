package io.entente.connector.kong;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * Bounds each call as a whole, in time and in bytes: the JDK's own timeout ends when the head of
 * the answer is there, and a body may come for ever. Hands the answer over in ASCII.
 */
final class BoundedHttpClient extends HttpClient {

  /** Longest answer taken in: 64 MiB. */
  static final int LONGEST_ANSWER = 64 << 20;

  private final HttpClient inner;
  private final Duration timeout;

  BoundedHttpClient(Duration timeout) {
    this.inner =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
    this.timeout = timeout;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    var call = inner.sendAsync(request, info -> new LimitedBody(LONGEST_ANSWER));
    try {
      var answer = call.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      var ascii = new ByteArrayInputStream(AsciiJson.of(answer.body()));
      @SuppressWarnings("unchecked") // the generated client asks for a stream, always
      var body = (T) (InputStream) ascii;
      return new TakenAnswer<>(answer, body);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no complete answer within " + timeout);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IOException("the call failed: " + e.getCause(), e.getCause());
    } finally {
      call.cancel(true);
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    throw new UnsupportedOperationException("calls of this client block");
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request,
      HttpResponse.BodyHandler<T> handler,
      HttpResponse.PushPromiseHandler<T> push) {
    throw new UnsupportedOperationException("calls of this client block");
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return inner.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return inner.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return inner.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return inner.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return inner.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return inner.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return inner.authenticator();
  }

  @Override
  public Version version() {
    return inner.version();
  }

  @Override
  public Optional<Executor> executor() {
    return inner.executor();
  }
}
