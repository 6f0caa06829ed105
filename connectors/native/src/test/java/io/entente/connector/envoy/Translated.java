package io.entente.connector.envoy;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.envoy.EnvoyTranslator;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.MadeApis;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the translator makes of the API {@code orders}, for the Envoy of a fixture. */
final class Translated {

  private Translated() {}

  static Translation of(EnvoyFixture fixture, List<Policy> policies) {
    int port = fixture.upstream.getAddress().getPort();
    var api = MadeApis.of("orders", "127.0.0.1", port, MadeApis.route("all", "/orders"));
    var profile =
        new GatewayProfile(
            Vendor.ENVOY,
            "oss",
            "1.37.3",
            1,
            new TreeSet<>(),
            new TreeMap<>(Map.of("listener.port", Integer.toString(fixture.listenerPort))));
    return new EnvoyTranslator().translate(CaseRequest.of(profile, List.of(api), policies));
  }

  static TreeMap<ObjectKey, Node> documents(Translation translation) {
    var documents = new TreeMap<ObjectKey, Node>();
    translation
        .objects()
        .forEach((key, object) -> documents.put(key, ((Content.Tree) object.content()).root()));
    return documents;
  }
}
