package io.entente.connector.envoy;

import io.entente.connector.envoy.AdsStream.Answer;
import io.entente.connector.spi.NodeState;
import io.entente.connector.spi.NodeState.Sync;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All Envoys of one gateway and what they are to run. An Envoy that refuses a configuration is
 * walked back to the last good one, and is not sent the refused one again. Safe between threads;
 * never blocks.
 */
final class GatewayFleet {

  /** Processes remembered per gateway; those gone longest are forgotten first. */
  static final int MAX_NODES = 512;

  private static final int MAX_MESSAGE = 4096;

  private final InstantSource clock;
  private final Map<String, SeenNode> nodes = new LinkedHashMap<>();
  private final Map<String, Member> members = new HashMap<>();
  private Optional<Configuration> newest = Optional.empty();
  private Optional<Configuration> lastGood = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private Optional<String> unsendable = Optional.empty();

  /** A connected stream and the last goal it reached. */
  private static final class Member {
    private final AdsStream stream;
    private @Nullable Configuration good;

    Member(AdsStream stream) {
      this.stream = stream;
    }
  }

  GatewayFleet(InstantSource clock) {
    this.clock = clock;
  }

  /** Version of the configuration being served; empty before the first. */
  synchronized Optional<Long> servedVersion() {
    return unsendable.isPresent() ? Optional.empty() : newest.map(Configuration::version);
  }

  /** Makes {@code configuration} the one to run and walks every connected Envoy to it. */
  synchronized void install(Configuration configuration) {
    newest = Optional.of(configuration);
    refusal = Optional.empty();
    unsendable = Optional.empty();
    members.forEach(
        (node, member) -> {
          member.stream.aim(newest);
          advance(node, member);
        });
  }

  /** What is stored cannot even be packed: everybody keeps the configuration before it. */
  synchronized void cannotSend(String why) {
    unsendable = Optional.of(why);
    members
        .keySet()
        .forEach(node -> nodeOf(node).enter(Sync.REJECTED, unsendable, clock.instant()));
  }

  /** Takes a stream in; false when the gateway has too many processes already. */
  synchronized boolean join(String node, AdsStream stream) {
    if (!nodes.containsKey(node) && nodes.size() >= MAX_NODES && !forgetOne()) {
      return false;
    }
    nodes.computeIfAbsent(node, id -> new SeenNode(id, clock.instant()));
    nodeOf(node).enter(Sync.PENDING, Optional.empty(), clock.instant());
    members.put(node, new Member(stream));
    stream.aim(refusal.isPresent() && lastGood.isPresent() ? lastGood : newest);
    return true;
  }

  /** The stream ended; its process keeps what it runs. */
  synchronized void leave(String node, AdsStream stream) {
    Member member = members.get(node);
    if (member != null && member.stream == stream) {
      members.remove(node);
      nodeOf(node).enter(Sync.STALE, Optional.empty(), clock.instant());
    }
  }

  /** Takes one request of {@code node} in and sends what is due. */
  synchronized void request(
      String node, AdsStream stream, ResourceKind kind, DiscoveryRequest request) {
    Member member = members.get(node);
    if (member == null || member.stream != stream) {
      return;
    }
    if (stream.take(kind, request) == Answer.REFUSED) {
      refused(node, member, kind, request.getErrorDetail().getMessage());
    }
    advance(node, member);
  }

  /** Notes what a process says of itself. */
  synchronized void describe(String node, EnvoyBuild build) {
    nodeOf(node).describe(build.version(), build.extensions());
  }

  synchronized List<NodeState> states() {
    return nodes.values().stream().map(SeenNode::state).toList();
  }

  /** What each remembered process is; those connected when any is. */
  synchronized List<EnvoyBuild> builds() {
    var connected = new ArrayList<EnvoyBuild>();
    var all = new ArrayList<EnvoyBuild>();
    for (SeenNode node : nodes.values()) {
      var build = new EnvoyBuild(node.envoyVersion(), node.extensions());
      all.add(build);
      if (node.connected()) {
        connected.add(build);
      }
    }
    return connected.isEmpty() ? all : connected;
  }

  private void refused(String node, Member member, ResourceKind kind, String words) {
    String message = kind.kind() + ": " + words;
    Optional<String> told =
        Optional.of(message.substring(0, Math.min(MAX_MESSAGE, message.length())));
    Optional<Configuration> goal = member.stream.goal();
    boolean newestRefused = goal.equals(newest);
    if (newestRefused && !newest.equals(lastGood)) {
      refusal = told;
    }
    Optional<Configuration> fallback =
        Optional.ofNullable(member.good)
            .filter(good -> !Optional.of(good).equals(goal))
            .or(() -> lastGood.filter(good -> !Optional.of(good).equals(goal)));
    // A second refusal on the way back ends the walk: nothing that could be sent is known to work.
    member.stream.aim(newestRefused ? fallback : Optional.empty());
    nodeOf(node).enter(Sync.REJECTED, told, clock.instant());
  }

  private void advance(String node, Member member) {
    boolean arrived = member.stream.advance();
    SeenNode seen = nodeOf(node);
    Optional<Configuration> goal = member.stream.goal();
    if (arrived && goal.isPresent()) {
      member.good = goal.get();
      seen.runs(goal.get().version());
    }
    if (unsendable.isPresent()) {
      seen.enter(Sync.REJECTED, unsendable, clock.instant());
    } else if (goal.isPresent() && goal.equals(newest)) {
      if (arrived) {
        lastGood = newest;
        refusal = Optional.empty();
      }
      seen.enter(arrived ? Sync.SYNCED : Sync.PENDING, Optional.empty(), clock.instant());
    } else if (newest.isPresent()) {
      Optional<String> message = seen.state().message().or(() -> refusal);
      seen.enter(Sync.REJECTED, message, clock.instant());
    }
  }

  private SeenNode nodeOf(String node) {
    SeenNode seen = nodes.get(node);
    if (seen == null) {
      throw new IllegalStateException("node " + node + " acts before it joined");
    }
    return seen;
  }

  private boolean forgetOne() {
    Optional<String> gone =
        nodes.entrySet().stream()
            .filter(e -> !e.getValue().connected())
            .map(Map.Entry::getKey)
            .findFirst();
    gone.ifPresent(nodes::remove);
    return gone.isPresent();
  }
}
