package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.responseSide;
import static io.entente.simulator.apigee.proxy.BundleText.sharedFlow;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.plane.DataPlane;
import io.entente.simulator.apigee.plane.DataPlaneFactory;
import io.entente.simulator.apigee.plane.HookPoint;
import java.util.ArrayList;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SwapTest {

  @Test
  void noRequestFailsWhileRevisionsChange() throws Exception {
    try (var lab = new Lab()) {
      // Given
      deploy(lab, 0);
      var stop = new AtomicBoolean();
      var revisions = ConcurrentHashMap.<String>newKeySet();
      ExecutorService clients = Executors.newFixedThreadPool(8);
      var all = new ArrayList<Future<Integer>>();
      for (int c = 0; c < 8; c++) {
        all.add(clients.submit(() -> load(lab, stop, revisions)));
      }

      // When
      for (int i = 1; i <= 200; i++) {
        deploy(lab, i);
      }
      stop.set(true);

      // Then
      int answers = 0;
      for (Future<Integer> client : all) {
        answers += client.get(30, TimeUnit.SECONDS);
      }
      clients.shutdown();
      assertThat(answers).isPositive();
      assertThat(revisions.size()).isGreaterThan(1);
    }
  }

  @Test
  void isFoundByServiceLoader() {
    // When
    DataPlaneFactory factory = ServiceLoader.load(DataPlaneFactory.class).findFirst().orElseThrow();

    // Then
    try (DataPlane plane = factory.start(0, fact -> {});
        Client client = new Client(plane.port())) {
      assertThat(client.send("GET", "/", "").status()).isEqualTo(404);
    }
  }

  private static void deploy(Lab lab, int number) {
    lab.proxy(
        BundleText.proxy("p", "/p", responseSide("PostFlow", step("rev")), http(lab.backend.url()))
            .policy(header("rev", "X-Proxy", number)));
    lab.sharedFlow(sharedFlow("s", step("flow")).policy(header("flow", "X-Flow", number)))
        .hook(HookPoint.POST_PROXY, "s", false);
  }

  private static String header(String policy, String name, int value) {
    return "<AssignMessage name=\""
        + policy
        + "\"><Set><Headers><Header name='"
        + name
        + "'>"
        + value
        + "</Header></Headers></Set></AssignMessage>";
  }

  private static int load(Lab lab, AtomicBoolean stop, Set<String> revisions) {
    int answers = 0;
    try (Client client = lab.client()) {
      while (!stop.get() || answers == 0) {
        Client.Answer answer = client.send("GET", "/p", "");
        if (answer.status() != 200 || answer.header("X-Proxy").isEmpty()) {
          throw new AssertionError(answer.toString());
        }
        revisions.add(answer.header("X-Proxy"));
        answers++;
      }
    }
    return answers;
  }
}
