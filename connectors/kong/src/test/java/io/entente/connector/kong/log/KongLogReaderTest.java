package io.entente.connector.kong.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KongLogReaderTest {

  private static final long SEED = 391;

  private static final String ENTRY =
      """
      {"request":{"id":"%s","method":"GET","uri":"/a?token=QUERYSECRET","url":"http://u:URLSECRET@h:1/a"},
       "response":{"status":200},"latencies":{"request":5,"proxy":3},"started_at":1795240423931,
       "upstream_status":"200","source":"upstream","client_ip":"10.0.0.1"}
      """;

  @Test
  void takesOneEntryAsAnObjectAndAnyNumberAsAnArray() {
    // Given // When // Then
    assertThat(Recorded.read(entry("a")).events()).hasSize(1);
    assertThat(Recorded.read("[" + entry("a") + "]").events()).hasSize(1);
    assertThat(Recorded.read("[" + entry("a") + "," + entry("b") + "]").events())
        .extracting(TrafficEvent::id)
        .containsExactly("a", "b");
  }

  @Test
  void anEmptyTableIsABatchOfNothing() {
    assertThat(Recorded.read("{}")).isEqualTo(new KongLogBatch(List.of(), List.of()));
    assertThat(Recorded.read("[]")).isEqualTo(new KongLogBatch(List.of(), List.of()));
  }

  @Test
  void keepsNothingOfQueryHeadersAndUserInfo() {
    // Given
    String entry =
        entry("a")
            .replace(
                "\"method\"",
                "\"headers\":{\"apikey\":\"KEYSECRET\",\"cookie\":[\"COOKIESECRET\",\"b\"],"
                    + "\"authorization\":\"AUTHSECRET\"},\"querystring\":{\"token\":\"Q\"},\"method\"");
    // When
    TrafficEvent event = Recorded.read(entry).events().get(0);
    // Then
    assertThat(event.toString()).doesNotContain("SECRET");
    assertThat(event.path()).isEqualTo("/a");
    assertThat(event.host()).contains("h:1");
  }

  @Test
  void anAnswerFromTheCacheHasNoUpstreamDuration() {
    TrafficEvent event = Recorded.read(Recorded.payload("cache-hit")).events().get(0);
    assertThat(event.upstreamDuration()).isEmpty();
    assertThat(event.notObservable()).doesNotContain("upstreamDuration");
  }

  @Test
  void aClientThatLeftHasStatusZeroUnlessTheUpstreamAnswered499() {
    // Given
    String left = Recorded.payload("499-client-abort");
    String answered = left.replace("\"upstream_status\":\"-\"", "\"upstream_status\":\"499\"");
    // When // Then
    assertThat(Recorded.read(left).events().get(0).status()).isZero();
    assertThat(Recorded.read(answered).events().get(0).status()).isEqualTo(499);
  }

  @Test
  void takesTheStatusOfTheUpstreamAsTextOrNumber() {
    // Given
    String number = entry("a").replace("\"200\"", "200");
    String list = entry("a").replace("\"200\"", "\"502, 200\"");
    // When // Then
    for (String entry : List.of(entry("a"), number, list)) {
      assertThat(Recorded.read(entry).events().get(0).upstreamDuration())
          .contains(Duration.ofMillis(3));
    }
  }

  @Test
  void toleratesObjectsWhereOtherTypesBelong() {
    // Given
    String odd =
        entry("a")
            .replace("{\"request\":5,\"proxy\":3}", "{}")
            .replace("\"10.0.0.1\"", "{}")
            .replace("\"upstream\"", "[]");
    // When
    TrafficEvent event = Recorded.read(odd).events().get(0);
    // Then
    assertThat(event.duration()).isZero();
    assertThat(event.notObservable())
        .contains("duration", "upstreamDuration", "clientAddress", "decision", "node");
  }

  /** Kong writes each try's status; one that is no number was no answer of an upstream. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|true",
        "502, 200|true",
        "-, 200|true",
        "-|false",
        "502, -|false",
        "20|false",
        "1200|false",
        "502,200|false",
        "20a|false"
      })
  void timesAnUpstreamWhereItsLastTryWasAnswered(String status, boolean timed) throws Exception {
    // When
    var event =
        Recorded.read(
                entry("a")
                    .replace(
                        "\"upstream_status\":\"200\"", "\"upstream_status\":\"" + status + "\""))
            .events()
            .get(0);
    // Then
    assertThat(event.upstreamDuration().isPresent()).isEqualTo(timed);
  }

  @Test
  void repeatedHeadersAreReadByTheirFirst() {
    // Given
    String trace = "0af7651916cd43dd8448eb211c80319c";
    String headers =
        "\"headers\":{\"traceparent\":[\"00-" + trace + "-b7ad6b7169203331-01\",\"x\"]},";
    // When
    var event =
        Recorded.read(entry("a").replace("\"method\"", headers + "\"method\"")).events().get(0);
    // Then
    assertThat(event.trace()).contains(trace);
  }

  @Test
  void leavesOutWhatCanNeverBecomeAnEventAndSaysWhich() {
    // Given
    List<String> entries =
        List.of(
            entry("good-1"),
            "7",
            entry("a").replace("\"id\":\"a\"", "\"id\":\"a b\""),
            entry("a").replace("\"id\"", "\"no\""),
            entry("a").replace("\"started_at\":1795240423931", "\"started_at\":-1"),
            entry("a").replace("\"started_at\"", "\"no\""),
            entry("a").replace("\"status\":200", "\"status\":1000"),
            entry("a").replace("\"status\":200", "\"status\":{}"),
            "{\"session\":{\"tls\":{}}}",
            entry("a").replace("/a?", "/" + "a".repeat(20_000) + "?"),
            entry("good-2"));
    // When
    KongLogBatch batch = Recorded.read("[" + String.join(",", entries) + "]");
    // Then
    assertThat(batch.events()).extracting(TrafficEvent::id).containsExactly("good-1", "good-2");
    assertThat(batch.refused())
        .containsExactly(
            new RefusedEntry(1, Refusal.NOT_AN_OBJECT),
            new RefusedEntry(2, Refusal.REQUEST_ID_INVALID),
            new RefusedEntry(3, Refusal.REQUEST_ID_ABSENT),
            new RefusedEntry(4, Refusal.STARTED_AT_INVALID),
            new RefusedEntry(5, Refusal.STARTED_AT_ABSENT),
            new RefusedEntry(6, Refusal.STATUS_INVALID),
            new RefusedEntry(7, Refusal.STATUS_ABSENT),
            new RefusedEntry(8, Refusal.NOT_HTTP),
            new RefusedEntry(9, Refusal.TEXT_TOO_LONG));
  }

  @Test
  void refusesAllOfWhatIsCutOffAndRepeatsNoneOfIt() {
    // Given
    String whole = "[" + entry("a") + "," + entry("b").strip() + "]";
    var random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      String cut = whole.substring(0, random.nextInt(whole.length()));
      // When // Then
      assertThatThrownBy(() -> Recorded.read(cut))
          .as("seed %d: %s", SEED, cut)
          .hasMessageStartingWith("MALFORMED")
          .hasMessageNotContaining("SECRET")
          .satisfies(e -> assertThat(e.getCause().getCause()).isNull());
    }
  }

  @Test
  void refusesAllOfWhatIsNotAPayload() {
    for (String text : List.of("", "null", "7", "\"x\"", "SECRET", entry("a") + entry("b"), "[}")) {
      assertThatThrownBy(() -> Recorded.read(text))
          .hasMessageStartingWith("MALFORMED")
          .hasMessageNotContaining("SECRET");
    }
  }

  @Test
  void refusesMoreEntriesAndDeeperNestingThanAllowed() {
    // Given
    var entries = new ArrayList<String>();
    for (int i = 0; i < 11; i++) {
      entries.add(entry("e" + i));
    }
    String deep = "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}";
    var limits = new KongLogLimits(10, 20, 256);
    // When // Then
    assertThatThrownBy(() -> Recorded.read("[" + String.join(",", entries) + "]", limits))
        .hasMessage("TOO_MANY_ENTRIES: more than 10 entries");
    assertThatThrownBy(() -> Recorded.read(deep, limits)).hasMessageStartingWith("TOO_DEEP");
  }

  @Test
  void passesOverALongTextThatNobodyKeeps() {
    // Given
    String payload = "\"ai\":{\"payload\":\"" + "x".repeat(3 << 20) + "\"},";
    // When
    var batch = Recorded.read(entry("a").replace("\"source\"", payload + "\"source\""));
    // Then
    assertThat(batch.events()).hasSize(1);
  }

  @Test
  void namesTheNodeFromTheEntryFirst() {
    String named = entry("a").replace("\"source\"", "\"node_id\":\"node-7\",\"source\"");
    TrafficEvent event = Recorded.read(named).events().get(0);
    assertThat(event.node()).isEqualTo("node-7");
    assertThat(event.notObservable()).doesNotContain("node");
  }

  @Test
  void readsTheStartAsMillisecondsAlsoInTheNotationOfLargeNumbers() {
    String entry = entry("a").replace("1795240423931", "1.795240423931e+12");
    assertThat(Recorded.read(entry).events().get(0).time())
        .isEqualTo(Instant.ofEpochMilli(1795240423931L));
  }

  private static String entry(String id) {
    return ENTRY.formatted(id);
  }
}
