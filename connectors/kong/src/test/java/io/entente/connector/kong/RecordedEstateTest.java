package io.entente.connector.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.kong.FakeAdmin.Answer;
import io.entente.model.estate.Completeness;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.reconciliation.PlanInput;
import io.entente.reconciliation.Planner;
import io.entente.translator.kong.dialect.KongDialect;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The estate of a real Kong, as it was recorded. */
class RecordedEstateTest {

  private static final String UPSTREAM = "8db2d9ad-d2ba-4f4c-bb17-7cccf75b64f4";

  @Test
  void everyRecordedEntityIsReadOnce() {
    try (var admin = recorded()) {
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.completeness()).isEqualTo(new Completeness.Complete());
      var counts =
          snapshot.objects().keySet().stream()
              .collect(Collectors.groupingBy(ObjectKey::kind, Collectors.counting()));
      assertThat(counts)
          .containsAllEntriesOf(
              Map.of(
                  "services",
                  5L,
                  "routes",
                  22L,
                  "plugins",
                  26L,
                  "consumers",
                  3L,
                  "upstreams",
                  1L,
                  "targets",
                  2L,
                  "key-auths",
                  2L));
    }
  }

  @Test
  void twoReadsAreTheSame() {
    try (var admin = recorded()) {
      // Given
      var connector = Reads.open(admin);
      // When
      var first = Reads.snapshot(connector);
      var second = Reads.snapshot(connector);
      // Then
      assertThat(second.objects()).isEqualTo(first.objects());
    }
  }

  @Test
  void adoptingItPlansNoChange() {
    try (var admin = recorded()) {
      // Given
      var connector = Reads.open(admin);
      var profile = connector.describe();
      var dialect = new KongDialect(profile.schema());
      // When
      var plan =
          Planner.plan(
              dialect,
              profile,
              new PlanInput(new TreeMap<>(), new TreeMap<>(), Reads.snapshot(connector)));
      // Then
      assertThat(plan.isEmpty()).isTrue();
      assertThat(plan.drift()).isEmpty();
      assertThat(admin.requests()).allMatch(request -> request.startsWith("GET "));
    }
  }

  @Test
  void recordedPagesAreFollowedToTheEnd() {
    try (var admin = recorded()) {
      // Given: the recording asked for two a page
      String next = offset("06-page-1");
      String last = offset("06-page-2");
      admin.list("services", Recorded.body("06-page-1"));
      admin.on("GET /services?size=1000&offset=" + next, Answer.ok(Recorded.body("06-page-2")));
      admin.on(
          "GET /services?size=1000&offset=" + last, Answer.ok(Recorded.body("06-page-3-last")));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).isTrue();
      assertThat(snapshot.objects().keySet().stream().filter(k -> k.kind().equals("services")))
          .hasSize(5);
    }
  }

  @Test
  void recordedDocumentWithoutDatabaseIsOneObjectWithoutItsCredentials() {
    try (var admin = recorded()) {
      // Given
      admin.on(
          "GET /", Answer.ok("{\"version\":\"3.9.1\",\"configuration\":{\"database\":\"off\"}}"));
      admin.on("GET /config", Answer.ok(Recorded.body("12-dbless-get-config")));
      // When
      var snapshot = Reads.snapshot(Reads.open(admin));
      // Then
      assertThat(snapshot.complete()).isTrue();
      assertThat(snapshot.objects().keySet()).containsExactly(KongInventoryReader.DOCUMENT);
      assertThat(snapshot.toString()).contains("orders-route").doesNotContain("alice-key");
    }
  }

  private static String offset(String page) {
    return Trees.text(Recorded.tree(page), "offset").orElseThrow();
  }

  private static FakeAdmin recorded() {
    return FakeAdmin.recorded()
        .on(
            "GET /upstreams/" + UPSTREAM + "/targets?size=1000",
            Answer.ok(Recorded.body("04-list-targets")));
  }
}
