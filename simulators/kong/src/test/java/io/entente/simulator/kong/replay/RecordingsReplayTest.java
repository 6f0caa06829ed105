package io.entente.simulator.kong.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.KongNode;
import io.entente.simulator.kong.KongSimulator;
import io.entente.simulator.kong.Options;
import io.entente.simulator.kong.store.NodeSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The simulator against a real node. The ids and times the real node made up are fed to the
 * simulator as its own, everything else is its own doing.
 */
class RecordingsReplayTest {

  private static final String NODE_ID = "7f5e1201-3fd6-4130-a6ab-f4a8e60c353b";
  private static final String REMOVED_KEY = "<PEM private key, removed from this recording>";
  private static final String FRAMED_KEY = "-----BEGIN " + "PRIVATE KEY-----\\nx";

  private final Client client = new Client();

  @Test
  void answersAsTheRecordedNodeDid(@TempDir Path folder) throws IOException {
    // Given
    var generator = new RecordedGenerator(NODE_ID);
    var dblessGenerator = new RecordedGenerator(NODE_ID);
    NodeSettings settings =
        NodeSettings.DEFAULT.withWorkers(2).withWorkerStateUpdateFrequency(Duration.ofSeconds(5));
    Map<String, List<String>> differing = new TreeMap<>();
    Map<String, int[]> shares = new TreeMap<>();
    Set<String> agreeing = new TreeSet<>();

    try (KongNode node =
            KongSimulator.start(
                Options.defaults().withGenerator(generator).withSettings(settings));
        KongNode dbless = dbless(folder, dblessGenerator)) {
      var scene = new Scene(node, generator, client);

      // When
      for (Recording recording : Recording.all()) {
        boolean isDbless = recording.port() > 10_000;
        scene.before(recording);
        RecordedGenerator made = isDbless ? dblessGenerator : generator;
        prepare(made, recording);
        List<String> differences =
            Comparison.differences(recording, send(recording, isDbless ? dbless : node));
        int[] share = shares.computeIfAbsent(recording.group(), none -> new int[2]);
        share[0] += differences.isEmpty() ? 1 : 0;
        share[1]++;
        if (differences.isEmpty()) {
          agreeing.add(recording.name());
        }
        List<String> remaining = Exceptions.remaining(recording.name(), differences);
        if (!remaining.isEmpty()) {
          differing.put(recording.name(), remaining);
        }
      }
    }

    // Then
    shares.forEach(
        (group, share) ->
            System.out.printf("recordings %s: %d of %d agree%n", group, share[0], share[1]));
    assertThat(differing).isEmpty();
    assertThat(agreeing).doesNotContainAnyElementsOf(Exceptions.listed());
    assertThat(agreeing).hasSize(Recording.all().size() - Exceptions.listed().size());
  }

  private static KongNode dbless(Path folder, RecordedGenerator generator) throws IOException {
    Path file = folder.resolve("kong.yml");
    Files.writeString(
        file,
        """
        _format_version: "3.0"
        services:
        - name: orders
          url: http://127.0.0.1:9001
          routes:
          - name: orders-route
            paths: [/orders]
          plugins:
          - name: key-auth
        consumers:
        - username: alice
          keyauth_credentials:
          - key: alice-key
        """);
    generator.at(1795240662_000L);
    generator.alsoId("63b64396-5257-4665-8236-118bcaaeff09");
    return KongSimulator.start(
        Options.defaults()
            .withDatabase(Database.OFF)
            .withGenerator(generator)
            .withDeclarativeConfig(file));
  }

  private static void prepare(RecordedGenerator generator, Recording recording) {
    long date =
        java.time.ZonedDateTime.parse(
                    recording.headers().get("Date"),
                    java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME)
                .toEpochSecond()
            * 1000;
    generator.next(recording.body(), date);
    if (recording.name().equals("02-certificate-create.json")) {
      generator.alsoId("7bc4dc28-955a-46f8-9cbb-07310728a8c3");
    }
  }

  private HttpResponse<String> send(Recording recording, KongNode node) {
    boolean isStatus = recording.port() % 10 == 7;
    Optional<String> body =
        recording.requestBody().map(text -> text.replace(REMOVED_KEY, FRAMED_KEY));
    return new MappedResponse(
        client.send(
            isStatus ? node.statusPort() : node.adminPort(),
            recording.method(),
            recording.target(),
            recording.requestHeaders(),
            body),
        text -> text.replace(FRAMED_KEY, REMOVED_KEY));
  }
}
