package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.apigee.reverse.ApigeeReverse;
import io.entente.translator.reverse.Reading;
import io.entente.translator.reverse.ReverseRequest;
import io.entente.translator.testkit.Held;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomPolicies;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Files of ours and of others, with their text changed. */
class ChangedReverseTest {

  private static final long SEED = 20261122;
  private static final ObjectKey FLOW = new ObjectKey("sharedflows", "entente-prod-pre-proxy");

  @Test
  void doesNotBelieveAFileOfOursThatSomebodyChanged() {
    // Given
    Policy limit = Policies.enforcing("p", RandomPolicies.ipFilter(new Random(1)));
    ReverseRequest held = held(List.of(limit));

    // When
    Reading before = new ApigeeReverse().read(held);
    Reading after = new ApigeeReverse().read(changed(held, "client.resolved.ip", "client.ip"));

    // Then
    assertThat(before.policies()).hasSize(1);
    assertThat(before.expressed()).contains(FLOW);
    assertThat(after.policies()).isEmpty();
    assertThat(after.expressed()).doesNotContain(FLOW);
    assertThat(after.reasons().get(FLOW)).contains("entente-shop_all_address_p");
  }

  @Test
  void doesNotBelieveAStepOfOursThatRunsElsewhere() {
    // Given
    Policy limit = Policies.enforcing("p", RandomPolicies.ipFilter(new Random(1)));

    // When
    Reading reading =
        new ApigeeReverse()
            .read(
                changed(
                    held(List.of(limit)),
                    "apiproxy.name = \"orders\"",
                    "apiproxy.name = \"other\""));

    // Then
    assertThat(reading.policies()).isEmpty();
    assertThat(reading.reasons().get(FLOW)).contains("was changed since");
  }

  @Test
  void staysCalmWhateverAFileHolds() {
    var random = new Random(SEED);
    var policies = new RandomPolicies(1);
    for (int round = 0; round < 2_000; round++) {
      // Given
      ReverseRequest held = held(List.of(policies.any(random)));
      ReverseRequest changed = anyText(held, random);

      // When
      Reading reading = new ApigeeReverse().read(changed);

      // Then
      var all = new TreeSet<>(reading.expressed());
      all.addAll(reading.remainder().keySet());
      assertThat(all).as("seed %d, round %d", SEED, round).isEqualTo(changed.observed().keySet());
    }
  }

  private static ReverseRequest held(List<Policy> policies) {
    World world = Worlds.world();
    TranslationRequest request = Worlds.request(world, Worlds.bound(Worlds.ALL), policies);
    Translation translation = new ApigeeTranslator().translate(request);
    ReverseRequest held = Held.after(request, translation);
    var blobs = new HashSet<>(held.blobs());
    blobs.addAll(world.blobs());
    return new ReverseRequest(held.gateway(), held.profile(), held.apis(), held.observed(), blobs);
  }

  private static ReverseRequest changed(ReverseRequest held, String from, String to) {
    ReverseRequest now = held;
    for (Blob blob : held.blobs()) {
      String text = new String(blob.bytes(), StandardCharsets.UTF_8);
      if (text.contains(from)) {
        now = replaced(now, blob, Blob.ofText(text.replace(from, to)));
      }
    }
    return now;
  }

  /** One file with a part dropped, doubled, or nested. */
  private static ReverseRequest anyText(ReverseRequest held, Random random) {
    List<Blob> blobs =
        held.blobs().stream().sorted(Comparator.comparing(b -> b.hash().hex())).toList();
    if (blobs.isEmpty()) {
      return held;
    }
    Blob blob = blobs.get(random.nextInt(blobs.size()));
    String text = new String(blob.bytes(), StandardCharsets.UTF_8);
    int from = random.nextInt(text.length());
    int to = from + random.nextInt(Math.min(40, text.length() - from));
    String part = text.substring(from, to);
    String changed =
        switch (random.nextInt(5)) {
          case 0 -> text.substring(0, from) + text.substring(to);
          case 1 -> text.substring(0, to) + part + text.substring(to);
          case 2 -> text.replaceAll("[0-9]+", "99999999999999999999");
          case 3 -> text.replaceAll(">[^<]+<", "><");
          default -> "<a>".repeat(200) + text + "</a>".repeat(200);
        };
    return replaced(held, blob, Blob.ofText(changed));
  }

  private static ReverseRequest replaced(ReverseRequest held, Blob old, Blob blob) {
    var observed = new TreeMap<ObjectKey, NativeObject>();
    held.observed()
        .forEach(
            (key, object) -> {
              Content content = object.content();
              if (content instanceof Content.Files files) {
                var entries = new TreeMap<String, Hash>(files.entries());
                entries.replaceAll((name, hash) -> hash.equals(old.hash()) ? blob.hash() : hash);
                content = new Content.Files(entries);
              }
              observed.put(key, NativeObject.foreign(key, content));
            });
    var blobs = new HashSet<>(held.blobs());
    blobs.add(blob);
    return new ReverseRequest(held.gateway(), held.profile(), held.apis(), observed, blobs);
  }
}
