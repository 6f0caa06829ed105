package io.entente.connector.apigee;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.EmptyContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpCredentialsAdapter;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends one call once over Google's client, with an access token. A token that is no longer
 * accepted is renewed and the call sent a second time: a 401 says that it did nothing. Follows no
 * redirect, as the token must not go anywhere else. Safe between threads.
 */
final class GoogleTransport {

  private static final int ERROR_BYTES = 1 << 20;
  private static final int UNAUTHORIZED = 401;

  private final HttpTransport http = new NetHttpTransport.Builder().build();
  private final String base;
  private final CredentialSource credentials;
  private final int timeoutMillis;

  /** Status, what the server asks to wait, and the bytes of the body. */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Answer(int status, Optional<Duration> retryAfter, byte[] body) {

    boolean success() {
      return status >= 200 && status < 300;
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  GoogleTransport(URI endpoint, CredentialSource credentials, Duration timeout) {
    this.base = endpoint.toString();
    this.credentials = credentials;
    this.timeoutMillis = (int) timeout.toMillis();
  }

  /**
   * @throws ApigeeFailure when there is no complete answer within the limits, or no token
   */
  Answer send(Call call) throws ApigeeFailure {
    var answer = sendOnce(call);
    if (answer.status() == UNAUTHORIZED) {
      renew(call);
      answer = sendOnce(call);
    }
    if (answer.status() == UNAUTHORIZED) {
      credentials.rejected();
    }
    return answer;
  }

  private Answer sendOnce(Call call) throws ApigeeFailure {
    HttpRequest request = prepared(call);
    authorize(call, request);
    try {
      return answer(call, request.execute());
    } catch (IOException e) {
      throw Failures.broken(call.what(), e);
    }
  }

  /** Whatever the answer says of its reason: Google does not always say that a token is invalid. */
  private void renew(Call call) throws ApigeeFailure {
    try {
      credentials.get().refresh();
    } catch (IOException e) {
      throw noToken(call);
    }
  }

  private HttpRequest prepared(Call call) throws ApigeeFailure {
    try {
      return http.createRequestFactory()
          .buildRequest(call.method(), new GenericUrl(base + call.address(), true), content(call))
          .setConnectTimeout(timeoutMillis)
          .setReadTimeout(timeoutMillis)
          .setWriteTimeout(timeoutMillis)
          .setThrowExceptionOnExecuteError(false)
          .setFollowRedirects(false)
          .setLoggingEnabled(false)
          .setCurlLoggingEnabled(false)
          .setNumberOfRetries(0);
    } catch (IOException e) {
      throw Failures.ofOurs(call.what(), e);
    }
  }

  /** Of known length, because the JDK sends a body again by itself where it can buffer it. */
  private static @Nullable HttpContent content(Call call) {
    if (call.body().isPresent()) {
      return new ByteArrayContent(call.body().get().mediaType(), call.body().get().bytes());
    }
    return call.method().equals("POST") || call.method().equals("PUT") ? new EmptyContent() : null;
  }

  private void authorize(Call call, HttpRequest request) throws ApigeeFailure {
    try {
      new HttpCredentialsAdapter(credentials.get()).initialize(request);
      // Its own way to renew a token looks at what the answer says; ours does not need to.
      request.setUnsuccessfulResponseHandler(null);
    } catch (IOException e) {
      throw noToken(call);
    }
  }

  /** Not with the cause's message, which may repeat what the token endpoint answered. */
  private ApigeeFailure noToken(Call call) {
    credentials.rejected();
    return ApigeeFailure.unsent(
        FailureClass.NO_PERMISSION,
        Problem.vendor(
            ApigeeErrorCode.TOKEN_REFUSED,
            call.what() + ": the credential gives no access token",
            "credential",
            "Check that the credential is valid and that its token endpoint can be reached."));
  }

  private Answer answer(Call call, HttpResponse response) throws IOException, ApigeeFailure {
    int status = response.getStatusCode();
    boolean success = status >= 200 && status < 300;
    byte[] body = body(call, response, success ? call.maxBytes() : ERROR_BYTES, success);
    return new Answer(status, retryAfter(response.getHeaders()), body);
  }

  /** Read to its end, so that the connection can be used again. */
  private static byte[] body(Call call, HttpResponse response, int limit, boolean success)
      throws IOException, ApigeeFailure {
    try (InputStream in = response.getContent()) {
      Optional<byte[]> body = in == null ? Optional.of(new byte[0]) : LimitedBytes.read(in, limit);
      if (body.isPresent()) {
        return body.get();
      }
    }
    response.disconnect();
    if (success) {
      throw Failures.tooLarge(call.what(), limit);
    }
    return new byte[0];
  }

  /** Only the form in seconds; a date would need clocks that agree. */
  private static Optional<Duration> retryAfter(HttpHeaders headers) {
    return Optional.ofNullable(headers.getRetryAfter())
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
