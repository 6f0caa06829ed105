package io.entente.hub.embedded;

import io.entente.hub.ingest.Certificates;
import io.entente.hub.kafka.KafkaAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A broker that also takes clients over TLS, by a user and a password. */
public final class SecuredBroker implements AutoCloseable {

  private static final String USER = "entente";
  private static final String LOGIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required ";

  private final EmbeddedKafka kafka;
  private final Path certificate;
  private final int port;

  private SecuredBroker(EmbeddedKafka kafka, Path certificate, int port) {
    this.kafka = kafka;
    this.certificate = certificate;
    this.port = port;
  }

  public static SecuredBroker start(Path directory, String password) throws IOException {
    Path certificate = directory.resolve("broker.pem");
    Path key = directory.resolve("broker.key");
    Certificates.selfSigned(certificate, key);
    Path both = directory.resolve("broker.keystore.pem");
    Files.writeString(both, Files.readString(key) + Files.readString(certificate));
    int open = freePort();
    int secured = freePort();
    var listener =
        Map.of(
            "listener.name.secured.sasl.enabled.mechanisms",
            "PLAIN",
            "listener.name.secured.plain.sasl.jaas.config",
            LOGIN + "user_" + USER + "=\"" + password + "\";",
            "listener.name.secured.ssl.keystore.type",
            "PEM",
            "listener.name.secured.ssl.keystore.location",
            both.toString());
    var kafka =
        EmbeddedKafka.start(
            directory.resolve("kafka"),
            open,
            open,
            settings -> {
              settings.putAll(listener);
              append(settings, "listeners", "SECURED://127.0.0.1:" + secured);
              append(settings, "advertised.listeners", "SECURED://127.0.0.1:" + secured);
              append(settings, "listener.security.protocol.map", "SECURED:SASL_SSL");
            });
    return new SecuredBroker(kafka, certificate, secured);
  }

  /** Its open door, for what a test prepares. */
  public String open() {
    return kafka.bootstrapServers();
  }

  /** As an operator would set it. */
  public KafkaAccess access(String password) {
    return new KafkaAccess(
        address(),
        Map.of(
            "security.protocol",
            "SASL_SSL",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            LOGIN + "username=\"" + USER + "\" password=\"" + password + "\";",
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            certificate.toString()));
  }

  /** Of the door that is locked. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public void close() {
    kafka.close();
  }

  private static void append(Properties settings, String name, String value) {
    settings.setProperty(name, settings.getProperty(name) + "," + value);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
