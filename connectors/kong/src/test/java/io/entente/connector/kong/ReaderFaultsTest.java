package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.kong.FakeAdmin.Answer;
import io.entente.connector.spi.ReadScope;
import io.entente.model.estate.Completeness;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.FailureClass;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong while reading, the answer is never a Complete that is not. */
class ReaderFaultsTest {

  private static final String FIRST = "GET /routes?size=1000";
  private static final String SECOND = "GET /routes?size=1000&offset=abc";

  @Test
  void allPagesAreReadAndCounted() {
    try (var admin = twoPages()) {
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.completeness()).isEqualTo(new Completeness.Complete());
      assertThat(ids(snapshot, "routes")).containsExactly("r1", "r2", "r3");
    }
  }

  @Test
  void waitsAsLongAsTheNodeAsks() {
    try (var admin = twoPages()) {
      // Given
      admin.on(
          FIRST,
          Answer.of(429, "{\"message\":\"API rate limit exceeded\"}").with("Retry-After", "1"),
          Answer.ok(page("r1", "r2", "abc")));
      long begun = System.nanoTime();
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void oneFailedAnswerIsAskedAgain() {
    try (var admin = twoPages()) {
      // Given
      admin.on(SECOND, Answer.of(502, "<html>"), Answer.ok(page("r3", "r3", null)));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).isTrue();
      assertThat(ids(snapshot, "routes")).containsExactly("r1", "r2", "r3");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 429, 400, 401, 403, 404, 415})
  void failureInTheMiddleOfAListIsPartialWithTheReason(int status) {
    try (var admin = twoPages()) {
      // Given
      admin.on(SECOND, Answer.of(status, "{\"message\":\"An unexpected error occurred\"}"));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.completeness()).isInstanceOf(Completeness.Partial.class);
      var why = ((Completeness.Partial) snapshot.completeness()).why();
      assertThat(why.message()).contains("/routes").contains(String.valueOf(status));
    }
  }

  @Test
  void truncatedPageIsNotTakenForTheEnd() {
    try (var admin = twoPages()) {
      // Given
      admin.on(SECOND, Answer.cutAfter(20, page("r3", "r4", null)));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.completeness()).isInstanceOf(Completeness.Partial.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "",
        "null",
        "{\"data\":null,\"next\":null}",
        "{\"data\":{},\"next\":null}",
        "{\"data\":[{\"name\":\"no id\"}],\"next\":null}",
        "{\"data\":[null],\"next\":null}",
        "{\"data\":[],\"next\":\"/routes?offset=x\"}",
        "{\"data\":[],\"next\":null} trailing",
        "<html>busy</html>"
      })
  void strangeAnswerIsNotTakenForAnEmptyList(String body) {
    try (var admin = twoPages()) {
      // Given
      admin.on(FIRST, Answer.ok(body));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).as(body).isFalse();
    }
  }

  @Test
  void droppedConnectionIsNeverComplete() {
    try (var admin = twoPages()) {
      // Given
      admin.on(SECOND, Answer.of(0, ""));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.completeness()).isInstanceOf(Completeness.Partial.class);
    }
  }

  @Test
  void answerThatNeverEndsIsGivenUp() {
    try (var admin = twoPages()) {
      // Given: the head of the answer and half a body, then nothing
      admin.on(SECOND, Answer.stallAfter(20, page("r3", "r4", null)));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin, Duration.ofSeconds(1)));
      // Then
      assertThat(snapshot.completeness()).isInstanceOf(Completeness.Partial.class);
      assertThat(((Completeness.Partial) snapshot.completeness()).why().code())
          .isEqualTo(KongErrorCode.TIMEOUT);
    }
  }

  @Test
  void nodeThatIsDownIsFailedAsTransient() {
    // Given
    var admin = twoPages();
    var connector = Reads.open(admin);
    admin.close();
    // When
    var completeness = Reads.snapshot(connector).completeness();
    // Then
    assertThat(completeness).isInstanceOf(Completeness.Failed.class);
    assertThat(((Completeness.Failed) completeness).failure()).isEqualTo(FailureClass.TRANSIENT);
    assertThat(((Completeness.Failed) completeness).why().code())
        .isEqualTo(KongErrorCode.UNREACHABLE);
  }

  @Test
  void listThatLeadsBackToItselfEnds() {
    try (var admin = twoPages()) {
      // Given
      admin.on(SECOND, Answer.ok(page("r3", "r3", "abc")));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(((Completeness.Partial) snapshot.completeness()).why().code())
          .isEqualTo(KongErrorCode.PAGING_LOOP);
    }
  }

  @Test
  void entityThatMovesBetweenPagesCountsOnceAndAsLastSeen() {
    try (var admin = twoPages()) {
      // Given
      admin.on(SECOND, Answer.ok("{\"data\":[{\"id\":\"r1\",\"name\":\"moved\"}],\"next\":null}"));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).isTrue();
      assertThat(ids(snapshot, "routes")).containsExactly("r1", "r2");
      var content = snapshot.objects().get(new ObjectKey("routes", "r1")).content();
      assertThat(content.toString()).contains("moved");
    }
  }

  @Test
  void collectionsThisEditionLacksAreAbsentNotFailures() {
    try (var admin = twoPages()) {
      // Given
      admin.on("GET /vaults?size=1000", Answer.of(404, "{\"message\":\"Not found\"}"));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).isTrue();
    }
  }

  @Test
  void collectionThatEveryEditionHasIsNotAbsent() {
    try (var admin = twoPages()) {
      // Given
      admin.on("GET /services?size=1000", Answer.of(404, "{\"message\":\"Not found\"}"));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).isFalse();
    }
  }

  @Test
  void targetsAreReadBelowTheirUpstreamsPageByPage() {
    try (var admin = twoPages()) {
      // Given: the next of a nested list drops the size
      admin.list("upstreams", "{\"data\":[{\"id\":\"u1\"},{\"id\":\"u2\"}],\"next\":null}");
      String first = "{\"data\":[{\"id\":\"t1\"}],\"next\":\"/u?offset=n\",\"offset\":\"n\"}";
      admin.on("GET /upstreams/u1/targets?size=1000", Answer.ok(first));
      admin.on(
          "GET /upstreams/u1/targets?size=1000&offset=n",
          Answer.ok("{\"data\":[{\"id\":\"t2\"}],\"next\":null}"));
      // When: u2 was removed meanwhile
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).isTrue();
      assertThat(ids(snapshot, "targets")).containsExactly("t1", "t2");
    }
  }

  @Test
  void failedTargetsMakeTheReadPartial() {
    try (var admin = twoPages()) {
      // Given
      String many =
          IntStream.range(0, 40)
              .mapToObj(i -> "{\"id\":\"u" + i + "\"}")
              .collect(Collectors.joining(","));
      admin.list("upstreams", "{\"data\":[" + many + "],\"next\":null}");
      admin.on("GET /upstreams/u7/targets?size=1000", Answer.of(400, "{\"message\":\"no\"}"));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.completeness()).isInstanceOf(Completeness.Partial.class);
    }
  }

  @Test
  void onlyTheKindsAskedForAreRead() {
    try (var admin = twoPages()) {
      // When
      var snapshot =
          Reads.snapshot(Reads.open(admin), new ReadScope.Kinds(Set.of("routes", "targets")));
      // Then
      assertThat(snapshot.complete()).isTrue();
      assertThat(ids(snapshot, "routes")).containsExactly("r1", "r2", "r3");
      assertThat(snapshot.objects().keySet()).allMatch(key -> !key.kind().equals("upstreams"));
      assertThat(admin.requests()).noneMatch(request -> request.startsWith("GET /services"));
    }
  }

  private static FakeAdmin twoPages() {
    var admin = FakeAdmin.recorded();
    admin.list("upstreams", "{\"data\":[],\"next\":null}");
    admin.on(FIRST, Answer.ok(page("r1", "r2", "abc")));
    admin.on(SECOND, Answer.ok(page("r3", "r3", null)));
    return admin;
  }

  private static String page(String one, String other, String offset) {
    String data = "{\"data\":[{\"id\":\"" + one + "\"},{\"id\":\"" + other + "\"}],";
    return offset == null
        ? data + "\"next\":null}"
        : data + "\"next\":\"/routes?offset=" + offset + "\",\"offset\":\"" + offset + "\"}";
  }

  private static Set<String> ids(io.entente.model.estate.Snapshot snapshot, String kind) {
    return snapshot.objects().keySet().stream()
        .filter(key -> key.kind().equals(kind))
        .map(ObjectKey::nativeId)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
