package io.entente.bench.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the broker takes at the most: Kafka's own producer test, with values that the hub wrote. */
final class KafkaFloor {

  private static final String TOPIC = "bench.floor";
  private static final String TRAFFIC = "entente.traffic.v1";
  private static final int SAMPLES = 20_000;
  private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

  private final String servers;
  private final Path payloads;

  private KafkaFloor(String servers, Path payloads) {
    this.servers = servers;
    this.payloads = payloads;
  }

  /** Makes its topic and takes payloads from what is on the topic of traffic. */
  static KafkaFloor prepare(String servers) throws IOException, InterruptedException {
    Map<String, Object> access = Map.of("bootstrap.servers", servers);
    new TopicEnd(servers, TOPIC).close();
    Path file = Files.createTempFile("payloads", ".jsonl");
    var lines = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(access, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var parts =
          consumer.partitionsFor(TRAFFIC).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(parts);
      consumer.seekToBeginning(parts);
      for (int silent = 0; lines.size() < SAMPLES && silent < 5; ) {
        var records = consumer.poll(Duration.ofSeconds(1));
        silent = records.isEmpty() ? silent + 1 : 0;
        records.forEach(r -> lines.add(new String(r.value(), StandardCharsets.UTF_8)));
      }
    }
    Files.write(file, lines);
    return new KafkaFloor(servers, file);
  }

  /** Mean length of a payload, in bytes. */
  double payloadBytes() throws IOException {
    long lines = Files.readAllLines(payloads).size();
    return (Files.size(payloads) - lines) / (double) lines;
  }

  /** Records a second of one run. Unlike the hub's, this producer waits for larger batches. */
  double run(long records) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools.ProducerPerformance",
                "--topic",
                TOPIC,
                "--num-records",
                Long.toString(records),
                "--payload-file",
                payloads.toString(),
                "--throughput",
                "-1",
                "--producer-props",
                "bootstrap.servers=" + servers,
                "acks=all",
                "enable.idempotence=true",
                "linger.ms=5",
                "batch.size=131072",
                "compression.type=lz4")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    var rates = RATE.matcher(printed);
    double last = 0;
    while (rates.find()) {
      last = Double.parseDouble(rates.group(1));
    }
    if (last == 0) {
      throw new IOException("the producer test printed no rate: " + printed);
    }
    return last;
  }
}
