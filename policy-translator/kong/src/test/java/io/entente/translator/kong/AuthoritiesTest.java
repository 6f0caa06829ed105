package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.estate.VendorSchema;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.CaCertificate;
import io.entente.policy.Mtls;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.kong.dialect.KongKinds;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import io.entente.translator.testkit.SampleCertificates;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The certificates that mtls-auth points at are there, each once. */
class AuthoritiesTest {

  private static final long SEED = 20261123;
  private static final String MTLS = "mtls-auth";

  @Test
  void everyCertificateThatIsPointedAtGoesOutToo() {
    var random = new Random(SEED);
    int pointed = 0;
    for (int round = 0; round < 500; round++) {
      // When
      Translation translation =
          translate(request(Policies.enforcing("p", RandomAccess.mtls(random))));

      // Then
      var ids = new TreeSet<>(idsOf(translation));
      assertThat(ids)
          .as("seed %d, round %d", SEED, round)
          .isEqualTo(authorities(translation).keySet());
      pointed += ids.isEmpty() ? 0 : 1;
      for (NativeObject plugin : ofKind(translation, KongKinds.PLUGINS)) {
        String name = Recorded.text(Recorded.field(body(plugin), "name"));
        if (name.equals(MTLS)) {
          assertThat(EnterpriseJudge.unwritten(name, Recorded.field(body(plugin), "config")))
              .isEmpty();
        }
      }
    }
    assertThat(pointed).isGreaterThan(250);
  }

  @Test
  void oneThatOthersMadeIsPointedAtAndNotMade() {
    // Given
    TranslationRequest request = request(policy(SampleCertificates.partners()));
    var estate = new TreeMap<>(request.observed());
    var key = new ObjectKey(KongKinds.CA_CERTIFICATES, "theirs");
    String wrapped = SampleCertificates.partners().pem().replace("\n", "\r\n");
    estate.put(
        key,
        NativeObject.foreign(
            key,
            new Content.Tree(
                Node.obj(Map.of("id", Node.text("theirs"), "cert", Node.text(wrapped))))));

    // When
    Translation translation = translate(observing(request, estate));

    // Then
    assertThat(idsOf(translation)).containsExactly("theirs");
    assertThat(authorities(translation)).isEmpty();
  }

  @Test
  void oneThatWeMadeStaysOurs() {
    // Given
    TranslationRequest request = request(policy(SampleCertificates.partners()));
    Translation first = translate(request);
    var estate = new TreeMap<>(request.observed());
    estate.putAll(first.objects());

    // When
    Translation second = translate(observing(request, estate));

    // Then
    assertThat(second.objects()).isEqualTo(first.objects());
    assertThat(authorities(second)).hasSize(1);
  }

  @Test
  void aCertificateIsOfThePolicyThatTrustsIt() {
    // When
    Translation translation = translate(request(policy(SampleCertificates.partners())));

    // Then
    NativeObject made = ofKind(translation, KongKinds.CA_CERTIFICATES).get(0);
    assertThat(made.claims())
        .allSatisfy(claim -> assertThat(claim).isInstanceOf(Claim.Whole.class));
    assertThat(Recorded.text(Recorded.field(body(made), "cert_digest")))
        .isEqualTo(SampleCertificates.partners().fingerprint());
  }

  @Test
  void aNodeKeepsItAsItWentOut() {
    // Given
    Translation translation = translate(request(policy(SampleCertificates.partners())));
    NativeObject made = ofKind(translation, KongKinds.CA_CERTIFICATES).get(0);

    // When
    Node.Obj kept;
    try (var kong = new RunningKong()) {
      kept = (Node.Obj) kong.kept(made);
    }

    // Then
    for (String field : body(made).fields().keySet()) {
      assertThat(kept.field(field)).as(field).isEqualTo(body(made).field(field));
    }
  }

  private static Policy policy(CaCertificate... trusted) {
    return Policies.enforcing("p", new Mtls(List.of(trusted), List.of(), Mtls.Revocation.NONE));
  }

  private static TranslationRequest request(Policy policy) {
    return Worlds.enterprise(VendorSchema.none(), List.of(policy), MTLS);
  }

  private static TranslationRequest observing(
      TranslationRequest request, TreeMap<ObjectKey, NativeObject> estate) {
    return new TranslationRequest(
        request.gateway(), request.profile(), request.apis(), estate, request.resolutions());
  }

  private static Translation translate(TranslationRequest request) {
    return new KongTranslator().translate(request);
  }

  private static List<String> idsOf(Translation translation) {
    return ofKind(translation, KongKinds.PLUGINS).stream()
        .map(AuthoritiesTest::body)
        .filter(plugin -> Recorded.text(Recorded.field(plugin, "name")).equals(MTLS))
        .map(plugin -> Recorded.field(Recorded.field(plugin, "config"), "ca_certificates"))
        .flatMap(ids -> ((Node.Arr) ids).items().stream())
        .map(Recorded::text)
        .toList();
  }

  private static Map<String, NativeObject> authorities(Translation translation) {
    var found = new TreeMap<String, NativeObject>();
    ofKind(translation, KongKinds.CA_CERTIFICATES)
        .forEach(object -> found.put(object.key().nativeId(), object));
    return found;
  }

  private static List<NativeObject> ofKind(Translation translation, String kind) {
    return translation.objects().values().stream()
        .filter(object -> object.key().kind().equals(kind))
        .toList();
  }

  private static Node.Obj body(NativeObject object) {
    return (Node.Obj) ((Content.Tree) object.content()).root();
  }
}
