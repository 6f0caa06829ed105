package io.entente.hub.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of the one-node broker: loopback only, nothing created or deleted by accident. */
final class BrokerSettings {

  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

  private BrokerSettings() {}

  static Properties of(Path directory, int brokerPort, int reachedAt, int controllerPort) {
    var p = new Properties();
    p.setProperty("node.id", Integer.toString(NODE_ID));
    p.setProperty("process.roles", "broker,controller");
    p.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    p.setProperty("controller.listener.names", CONTROLLER);
    p.setProperty(
        "listeners",
        "PLAINTEXT://127.0.0.1:"
            + brokerPort
            + ","
            + CONTROLLER
            + "://127.0.0.1:"
            + controllerPort);
    p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + reachedAt);
    p.setProperty("inter.broker.listener.name", "PLAINTEXT");
    p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.setProperty("log.dirs", directory.toString());

    // One node: a single replica is all there is, and internal topics must not wait for more.
    p.setProperty("default.replication.factor", "1");
    p.setProperty("min.insync.replicas", "1");
    p.setProperty("offsets.topic.replication.factor", "1");
    p.setProperty("offsets.topic.num.partitions", "1");
    p.setProperty("transaction.state.log.replication.factor", "1");
    p.setProperty("transaction.state.log.min.isr", "1");
    p.setProperty("transaction.state.log.num.partitions", "1");
    p.setProperty("share.coordinator.state.topic.replication.factor", "1");
    p.setProperty("share.coordinator.state.topic.min.isr", "1");
    p.setProperty("share.coordinator.state.topic.num.partitions", "1");

    // A misspelt topic must fail, not appear.
    p.setProperty("auto.create.topics.enable", "false");
    p.setProperty("unclean.leader.election.enable", "false");
    p.setProperty("group.initial.rebalance.delay.ms", "0");
    // A broker that says goodbye is let in again at once, not after its session has run out (9 s).
    p.setProperty("controlled.shutdown.enable", "true");

    // The default of 128 MB per cleaner is for servers that compact terabytes.
    p.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    p.setProperty("log.cleaner.threads", "1");
    p.setProperty("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
    // Without a bound, one that cannot come up keeps its hub waiting for good.
    p.setProperty("server.max.startup.time.ms", "90000");
    p.setProperty("num.network.threads", "2");
    p.setProperty("num.io.threads", "2");
    p.setProperty("num.recovery.threads.per.data.dir", "2");
    return p;
  }
}
