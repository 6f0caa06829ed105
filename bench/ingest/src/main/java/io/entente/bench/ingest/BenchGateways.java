package io.entente.bench.ingest;

import io.entente.bench.kit.HubProcess;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Gateways that exist for their logs only, and what the hub counts of them. */
final class BenchGateways {

  private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern REQUESTS =
      Pattern.compile("\"total\"\\s*:\\s*\\{\\s*\"requests\"\\s*:\\s*(\\d+)");
  private static final Pattern BEHIND = Pattern.compile("\"behind\"\\s*:\\s*(\\d+)");
  private static final int PATIENCE_SECONDS = 1200;

  private final HubProcess hub;

  BenchGateways(HubProcess hub) {
    this.hub = hub;
  }

  /** Makes Kong gateways {@code NAME-0} and so on; returns the tokens with which they deliver. */
  List<String> kong(String name, int count)
      throws IOException, InterruptedException, GeneralSecurityException {
    var tokens = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      make(name + "-" + i, "{vendor: kong, connection: {admin: \"http://127.0.0.1:1\"}}");
      tokens.add(hub.ingestToken(name + "-" + i));
    }
    return tokens;
  }

  /** Makes an Envoy gateway; returns the token with which its access log comes. */
  String envoy(String name, int listener) throws IOException, InterruptedException {
    make(
        name,
        "{vendor: envoy, writes: observeOnly, listener: {address: 127.0.0.1, port: "
            + listener
            + "}}");
    var token = TOKEN.matcher(hub.post("/api/gateways/" + name + "/credentials", ""));
    if (!token.find()) {
      throw new IOException("no token for " + name);
    }
    return token.group(1);
  }

  private void make(String name, String spec) throws IOException, InterruptedException {
    hub.post(
        "/api/documents",
        "apiVersion: entente.io/v1alpha1\nkind: Gateway\nmetadata: {name: %s}\nspec: %s\n"
            .formatted(name, spec));
  }

  /** Requests of the last hours that questions see. */
  long seen(String gateway) throws IOException, InterruptedException {
    return number(REQUESTS, hub.get("/api/traffic/summary?from=-6h&gateway=" + gateway));
  }

  /**
   * Waits until questions see so many requests of gateways {@code NAME-0} and so on, and nothing
   * more comes; returns how many they see, fewer when it takes too long.
   */
  long awaitSeen(String name, int count, long wanted) throws IOException, InterruptedException {
    long seen = -1;
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      long before = seen;
      seen = 0;
      for (int i = 0; i < count; i++) {
        seen += seen(name + "-" + i);
      }
      if (seen >= wanted && seen == before) {
        break;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    return seen;
  }

  /** Waits until everything that is on Kafka is in the store. */
  void awaitStored() throws IOException, InterruptedException {
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      if (number(BEHIND, hub.get("/api/traffic/store")) == 0) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IOException("the store is behind Kafka after " + PATIENCE_SECONDS + " s");
  }

  private static long number(Pattern pattern, String answer) throws IOException {
    var found = pattern.matcher(answer);
    if (!found.find()) {
      throw new IOException("no figure in " + answer);
    }
    return Long.parseLong(found.group(1));
  }
}
