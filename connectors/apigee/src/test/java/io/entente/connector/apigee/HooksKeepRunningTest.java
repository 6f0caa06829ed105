package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.dialect.HookDescription;
import io.entente.translator.apigee.dialect.HookDescription.Former;
import io.entente.translator.apigee.dialect.HookPoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A flow of others on each of the four hooks goes on running, before ours, while ours is attached,
 * changed and removed: seen in real requests, none of which misses it at any time.
 */
class HooksKeepRunningTest {

  private static final String PROXY = "orders";

  @Test
  void theFlowsOfOthersRunBeforeOursAllTheTime() throws Exception {
    var backend = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
    backend.createContext(
        "/",
        exchange -> {
          for (HookPoint point : HookPoint.values()) {
            String seen = exchange.getRequestHeaders().getFirst(header(point));
            if (seen != null) {
              exchange.getResponseHeaders().add("seen-" + header(point), seen);
            }
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    backend.start();
    try (var apigee = new SimulatedApigee()) {
      // Given
      for (HookPoint point : HookPoint.values()) {
        String flow = "team-" + point.label();
        apigee.deployFlow(flow, flow(flow, Map.of("Team", mark(point, "Team", "team"))));
        apigee.attach(
            point.vendorName(), "{\"sharedFlow\":\"" + flow + "\",\"continueOnError\":false}");
      }
      apigee.deployProxy(PROXY, proxy(backend.getAddress().getPort()));
      int port = apigee.simulator().proxyPort();
      var hub = new MiniHub(apigee.connector());
      assertThat(traces(request(port))).containsOnly("team").hasSize(4);
      var stop = new AtomicBoolean();
      var count = new AtomicInteger();
      var without = new CopyOnWriteArrayList<List<String>>();
      var caller = new Thread(() -> call(port, stop, count, without));
      caller.start();
      try {
        // When, Then: attached
        hub.reach(desired(apigee, "one"));
        assertThat(traces(request(port))).containsOnly("team-one").hasSize(4);
        // When, Then: changed
        hub.reach(desired(apigee, "two"));
        assertThat(traces(request(port))).containsOnly("team-two").hasSize(4);
        // When, Then: removed
        hub.reach(new TreeMap<>());
        assertThat(traces(request(port))).containsOnly("team").hasSize(4);
      } finally {
        stop.set(true);
        caller.join();
      }
      for (HookPoint point : HookPoint.values()) {
        var hook = apigee.hook(point.vendorName());
        assertThat(Trees.text(hook, "sharedFlow")).contains("team-" + point.label());
        assertThat(Trees.isTrue(Trees.field(hook, "continueOnError"))).isFalse();
      }
      assertThat(count.get()).isGreaterThan(10);
      assertThat(without).as("of %s requests", count).isEmpty();
      System.out.println(count + " requests during attach, change and removal, none without");
    } finally {
      backend.stop(0);
    }
  }

  private static void call(
      int port, AtomicBoolean stop, AtomicInteger count, List<List<String>> without) {
    while (!stop.get()) {
      List<String> traces = traces(request(port));
      count.incrementAndGet();
      if (traces.size() != 4 || !traces.stream().allMatch(trace -> trace.startsWith("team"))) {
        without.add(traces);
      }
    }
  }

  private static SortedMap<ObjectKey, NativeObject> desired(SimulatedApigee apigee, String note) {
    var estate = new Estate(apigee);
    for (HookPoint point : HookPoint.values()) {
      String flow = ApigeeNames.dispatcher(SimulatedApigee.ENVIRONMENT, point);
      String team = "team-" + point.label();
      var policies = new TreeMap<String, Blob>();
      policies.put(
          "entente-before",
          Blob.ofText(
              "<FlowCallout name=\"entente-before\"><SharedFlowBundle>"
                  + team
                  + "</SharedFlowBundle></FlowCallout>\n"));
      String value = "{" + message(point) + ".header." + header(point) + "}-" + note;
      policies.put("entente-mark", mark(point, "entente-mark", value));
      estate.flow(flow, flow(flow, policies));
      estate.hook(
          point.vendorName(), flow, new HookDescription(Optional.of(new Former(team, false))));
    }
    return estate.objects();
  }

  private static SortedMap<String, Blob> flow(String name, Map<String, Blob> policies) {
    var files = new TreeMap<String, Blob>();
    files.put(
        "sharedflowbundle/" + name + ".xml",
        Blob.ofText("<SharedFlowBundle name=\"" + name + "\"/>\n"));
    var steps = new StringBuilder("<SharedFlow name=\"default\">");
    new TreeMap<>(policies)
        .forEach(
            (policy, text) -> {
              files.put("sharedflowbundle/policies/" + policy + ".xml", text);
              steps.append("<Step><Name>").append(policy).append("</Name></Step>");
            });
    files.put(
        "sharedflowbundle/sharedflows/default.xml",
        Blob.ofText(steps.append("</SharedFlow>\n").toString()));
    return files;
  }

  private static Blob mark(HookPoint point, String policy, String value) {
    return Blob.ofText(
        "<AssignMessage name=\""
            + policy
            + "\"><AssignTo createNew=\"false\" transport=\"http\" type=\""
            + message(point)
            + "\">"
            + message(point)
            + "</AssignTo><Set><Headers><Header name=\""
            + header(point)
            + "\">"
            + value
            + "</Header></Headers></Set></AssignMessage>\n");
  }

  private static SortedMap<String, Blob> proxy(int port) {
    var files = new TreeMap<String, Blob>();
    files.put("apiproxy/orders.xml", Blob.ofText("<APIProxy name=\"orders\"/>\n"));
    files.put(
        "apiproxy/proxies/default.xml",
        Blob.ofText(
            "<ProxyEndpoint name=\"default\"><HTTPProxyConnection><BasePath>/orders</BasePath>"
                + "</HTTPProxyConnection><RouteRule name=\"all\"><TargetEndpoint>default"
                + "</TargetEndpoint></RouteRule></ProxyEndpoint>\n"));
    files.put(
        "apiproxy/targets/default.xml",
        Blob.ofText(
            "<TargetEndpoint name=\"default\"><HTTPTargetConnection><URL>http://127.0.0.1:"
                + port
                + "/</URL></HTTPTargetConnection></TargetEndpoint>\n"));
    return files;
  }

  private static boolean onTheWay(HookPoint point) {
    return point == HookPoint.PRE_PROXY || point == HookPoint.PRE_TARGET;
  }

  private static String message(HookPoint point) {
    return onTheWay(point) ? "request" : "response";
  }

  private static String header(HookPoint point) {
    return "x-" + point.label();
  }

  private static List<String> traces(String answer) {
    var traces = new ArrayList<String>();
    for (HookPoint point : HookPoint.values()) {
      String name = onTheWay(point) ? "seen-" + header(point) : header(point);
      answer
          .lines()
          .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .forEach(traces::add);
    }
    return traces;
  }

  private static String request(int port) {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              "GET /orders HTTP/1.1\r\nHost: api.acme.test\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
