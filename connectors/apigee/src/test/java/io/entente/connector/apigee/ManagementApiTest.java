package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.connector.apigee.FakeApi.Reply;
import io.entente.model.problem.FailureClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent once, what again, and what is said when it does not work. */
class ManagementApiTest {

  private static final Call READ = Call.get(List.of("organizations", "acme"), Map.of());
  private static final Call IMPORT =
      Call.post(
          List.of("organizations", "acme", "apis"),
          Map.of("action", "import", "name", "x"),
          Optional.of(Multipart.file("file", "x.zip", new byte[] {1, 2, 3})));

  @Test
  void aReadWaitsAsLongAsGoogleAsksAndTriesAgain() throws Exception {
    // Given
    var asked = new AtomicInteger();
    try (var fake =
        new FakeApi(
            request ->
                asked.incrementAndGet() == 1
                    ? new Reply(429, "{}", Optional.of("1"))
                    : Reply.json("{'name':'acme'}"))) {
      long begun = System.nanoTime();
      // When
      var answer = fake.api().json(READ);
      // Then
      assertThat(Trees.text(answer, "name")).contains("acme");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(990));
      assertThat(fake.seen()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"429,false", "500,true", "503,true", "0,true"})
  void anImportIsSentOnceWhateverHappens(int status, boolean mayHaveLanded) {
    // Given
    try (var fake = new FakeApi(request -> Reply.status(status, "{}"))) {
      // When
      var failure = catchThrowableOfType(ApigeeFailure.class, () -> fake.api().json(IMPORT));
      // Then
      assertThat(fake.seen()).hasSize(1);
      assertThat(failure.mayHaveLanded()).isEqualTo(mayHaveLanded);
    }
  }

  @Test
  void aRepeatableWriteIsSentAgainAfter503ButNotWhenItsAnswerIsLost() {
    // Given
    var call = Call.post(List.of("organizations", "acme"), Map.of(), Optional.empty()).again();
    var asked = new AtomicInteger();
    try (var fake =
        new FakeApi(
            request ->
                asked.incrementAndGet() == 1 ? Reply.status(503, "{}") : Reply.status(0, ""))) {
      // When
      var failure = catchThrowableOfType(ApigeeFailure.class, () -> fake.api().json(call));
      // Then
      assertThat(fake.seen()).hasSize(2);
      assertThat(failure.mayHaveLanded()).isTrue();
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.UNREACHABLE);
    }
  }

  @Test
  void aTokenThatExpiredIsRenewedOnceAndAnImportThenSentWhole() throws Exception {
    // Given
    try (var fake =
        new FakeApi(
            request ->
                request.authorization().equals("Bearer token-1")
                    ? Reply.status(401, "{}")
                    : Reply.json("{'revision':'4'}"))) {
      // When
      var answer = fake.api().json(IMPORT);
      // Then
      assertThat(Trees.text(answer, "revision")).contains("4");
      assertThat(fake.seen()).hasSize(2);
      assertThat(fake.seen().get(1).body()).isEqualTo(fake.seen().get(0).body());
      assertThat(fake.tokens()).isEqualTo(2);
    }
  }

  @Test
  void aTokenThatIsNeverAcceptedEndsAfterTwoAttempts() {
    // Given
    try (var fake = new FakeApi(request -> Reply.status(401, "{}"))) {
      // When
      var failure = catchThrowableOfType(ApigeeFailure.class, () -> fake.api().json(READ));
      // Then
      assertThat(fake.seen()).hasSize(2);
      assertThat(failure.failure()).isEqualTo(FailureClass.NO_PERMISSION);
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.UNAUTHENTICATED);
    }
  }

  @Test
  void aCredentialThatGivesNoTokenIsSaidWithoutRepeatingAnything() {
    // Given
    try (var fake = new FakeApi(request -> Reply.json("{}"))) {
      fake.tokenStatus(400);
      // When
      var failure = catchThrowableOfType(ApigeeFailure.class, () -> fake.api().json(READ));
      // Then
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.TOKEN_REFUSED);
      assertThat(failure.problem().toString()).doesNotContain("planted", "PRIVATE KEY");
      assertThat(failure.mayHaveLanded()).isFalse();
      assertThat(fake.seen()).isEmpty();
    }
  }

  @Test
  void anAnswerLongerThanTheLimitIsRefused() {
    // Given
    try (var fake = new FakeApi(request -> Reply.json("{'name':'" + "x".repeat(5000) + "'}"))) {
      // When
      var failure =
          catchThrowableOfType(ApigeeFailure.class, () -> fake.api().json(READ.atMost(1000)));
      // Then
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.ANSWER_TOO_LARGE);
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    // Given
    try (var fake = new FakeApi(request -> Reply.status(302, "{}"))) {
      // When
      var failure = catchThrowableOfType(ApigeeFailure.class, () -> fake.api().json(READ));
      // Then
      assertThat(failure.status()).isEqualTo(302);
      assertThat(fake.seen()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400,INVALID_ARGUMENT,FIX_CONFIG,APIGEE_REFUSED",
    "400,FAILED_PRECONDITION,FIX_CONFIG,APIGEE_CONFLICT",
    "403,PERMISSION_DENIED,NO_PERMISSION,APIGEE_FORBIDDEN",
    "404,NOT_FOUND,FIX_CONFIG,APIGEE_NOT_FOUND",
    "409,ALREADY_EXISTS,FIX_CONFIG,APIGEE_CONFLICT",
  })
  void googlesMessageIsSaidWithoutTokens(
      int status, String said, FailureClass failureClass, String code) {
    // Given
    String body =
        "{'error':{'code':%d,'status':'%s','message':'no good: ya29.planted Bearer planted',"
                .formatted(status, said)
            + "'details':[{'@type':'x','violations':[{'filename':'a.xml','description':'bad"
            + " policy'}]}]}}";
    try (var fake = new FakeApi(request -> Reply.status(status, body))) {
      // When
      var failure = catchThrowableOfType(ApigeeFailure.class, () -> fake.api().json(READ));
      // Then
      assertThat(failure.failure()).isEqualTo(failureClass);
      assertThat(failure.problem().code()).isEqualTo(code);
      assertThat(failure.problem().message()).contains("no good", "a.xml: bad policy");
      assertThat(failure.problem().message()).doesNotContain("planted");
    }
  }

  @Test
  void anAnswerThatIsNoJsonIsStrange() {
    // Given
    try (var fake = new FakeApi(request -> Reply.json("<html>"))) {
      // When
      var failure = catchThrowableOfType(ApigeeFailure.class, () -> fake.api().json(READ));
      // Then
      assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.ANSWER_STRANGE);
    }
  }

  @Test
  void namesWithStrangeCharactersStayOneSegment() throws Exception {
    // Given
    try (var fake = new FakeApi(request -> Reply.json("{}"))) {
      // When
      fake.api().json(Call.get(List.of("developers", "a/b?c=d&e é@x"), Map.of("q", "1 2&3")));
      // Then
      assertThat(fake.seen().get(0).target())
          .isEqualTo("/v1/developers/a%2Fb%3Fc%3Dd%26e%20%C3%A9%40x?q=1%202%263");
    }
  }
}
