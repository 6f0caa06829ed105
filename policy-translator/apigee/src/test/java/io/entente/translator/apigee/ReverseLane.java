package io.entente.translator.apigee;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.Translator;
import io.entente.translator.apigee.dialect.ApigeeNames;
import io.entente.translator.apigee.reverse.ApigeeReverse;
import io.entente.translator.reverse.Reverse;
import io.entente.translator.testkit.RandomPolicies;
import io.entente.translator.testkit.ReverseContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Reading back what we wrote into one kind of place. */
public abstract class ReverseLane extends ReverseContract {

  private final RandomPolicies policies = new RandomPolicies(1, Duration.ofMinutes(5));
  private final Map<Hash, Blob> bytes = new HashMap<>();

  /** Requests for the places of this lane. */
  abstract TranslationRequest request(World world, List<Policy> policies);

  @Override
  protected Translator translator() {
    return new KnowingBytes(bytes);
  }

  @Override
  protected Reverse reverse() {
    return new ApigeeReverse();
  }

  @Override
  protected TranslationRequest request(String request) {
    Requests.Case golden = Requests.read(request);
    golden.world().blobs().forEach(blob -> bytes.put(blob.hash(), blob));
    return golden.request();
  }

  @Override
  protected TranslationRequest request(List<Policy> policies) {
    World world = Worlds.world();
    world.blobs().forEach(blob -> bytes.put(blob.hash(), blob));
    return request(world, policies);
  }

  @Override
  protected Policy any(Random random) {
    return policies.any(random);
  }

  /** What stands in a bundle of others is not all of it. */
  @Override
  protected boolean expressed(ObjectKey key, Translation translation) {
    boolean nobody = translation.fidelity().entries().stream().anyMatch(ReverseLane::refusesAll);
    return !nobody && (!key.kind().equals("apis") || ApigeeNames.isOurs(key.nativeId()));
  }

  /** Where nobody is identified, who is refused names nobody. */
  private static boolean refusesAll(PolicyFidelity said) {
    return said.fields().stream()
        .flatMap(field -> field.deviations().stream())
        .anyMatch(deviation -> deviation.code().equals("nobody-identified"));
  }

  /** What stands in no template is nothing to be read. */
  @Override
  protected boolean acts(PolicyFidelity said) {
    return !said.kind().equals("logMasking") && !refusesAll(said);
  }

  @Override
  protected Object document(NativeObject object) {
    if (!(object.content() instanceof Content.Files files)) {
      return object.content();
    }
    var texts = new ArrayList<String>();
    files
        .entries()
        .forEach(
            (name, hash) ->
                texts.add(unnamed(name + "\n" + new String(bytes.get(hash).bytes(), UTF_8))));
    return texts.stream().sorted().toList();
  }

  /** Names of policies are those of the test. */
  private static String unnamed(String text) {
    return text.replaceAll("(entente-[a-z]+_[a-z]+_[a-z0-9]+)_[pq][0-9]\\b", "$1_n");
  }

  /** Translates, and has the bytes of all files that were ever seen. */
  private record KnowingBytes(Map<Hash, Blob> bytes) implements Translator {

    @Override
    public Vendor vendor() {
      return Vendor.APIGEE;
    }

    @Override
    public Dialect dialect(GatewayProfile profile) {
      return new ApigeeTranslator().dialect(profile);
    }

    @Override
    public Translation translate(TranslationRequest request) {
      Translation translation = new ApigeeTranslator().translate(request);
      translation.blobs().forEach(blob -> bytes.put(blob.hash(), blob));
      Set<Blob> all = new HashSet<>(translation.blobs());
      request
          .observed()
          .values()
          .forEach(
              object -> {
                if (object.content() instanceof Content.Files files) {
                  files.entries().values().forEach(hash -> all.add(bytes.get(hash)));
                }
              });
      return new Translation(
          translation.objects(),
          translation.fidelity(),
          translation.shadowed(),
          translation.refusals(),
          all);
    }
  }
}
