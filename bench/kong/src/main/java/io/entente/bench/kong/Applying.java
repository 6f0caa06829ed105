package io.entente.bench.kong;

import io.entente.connector.kong.KongConnector;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.identity.ApiName;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import io.entente.model.plan.StepResult;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes plugins on routes: through the connector, and with one bare PUT each. */
final class Applying {

  private static final Set<Claim> OURS =
      Set.of(new Claim.Whole(Set.of(new ClaimSource.OfApi(new ApiName("bench"), 1))));

  private Applying() {}

  /** Milliseconds for {@code count} steps; every one must be done. */
  static double ours(KongConnector connector, int from, int count) {
    var applier = connector.applier().orElseThrow();
    long begun = System.nanoTime();
    for (int i = from; i < from + count; i++) {
      var key = new ObjectKey("plugins", id(7, i));
      var content = new Content.Tree(JsonTree.read(body(7, i), TreeLimits.DOCUMENT));
      var change =
          new Change(key, Optional.empty(), Optional.of(new NativeObject(key, content, OURS)));
      var result = applier.apply(new Step(1, change), Map.of());
      if (!(result instanceof StepResult.Done)) {
        throw new IllegalStateException("step " + i + ": " + result);
      }
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  /** Milliseconds for {@code count} PUTs, nothing checked before or after. */
  static double raw(URI admin, int from, int count) throws IOException, InterruptedException {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    long begun = System.nanoTime();
    for (int i = from; i < from + count; i++) {
      var put =
          HttpRequest.newBuilder(admin.resolve("/plugins/" + id(8, i)))
              .header("Content-Type", "application/json")
              .PUT(HttpRequest.BodyPublishers.ofString(body(8, i)))
              .build();
      int status = client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IOException("PUT answered " + status);
      }
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  /** Ours limit rates, the plain client limits sizes: both have a place on the same route. */
  private static String body(int kind, int number) {
    String plugin =
        kind == 7
            ? "\"rate-limiting\",\"config\":{\"minute\":5,\"policy\":\"local\"}"
            : "\"request-size-limiting\",\"config\":{\"allowed_payload_size\":1}";
    return "{\"id\":\"%s\",\"route\":{\"id\":\"%s\"},\"tags\":[\"entente\"],\"name\":%s}"
        .formatted(id(kind, number), id(2, number), plugin);
  }

  private static String id(int kind, int number) {
    return "%08d-0000-4000-8000-%012d".formatted(kind, number);
  }
}
