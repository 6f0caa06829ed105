package io.entente.translator.apigee.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.nativeobject.Blob;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Taking apart and putting together are inverses, whatever others wrote. */
class BundlePartsPropertiesTest {

  private static final long SEED = 20261121;
  private static final String FILE = "apiproxy/proxies/default.xml";

  @Test
  void splitOfJoinedGivesTheSamePartsAndForeignBytes() {
    var random = new Random(SEED);
    int made = 0;
    for (int round = 0; round < 3_000; round++) {
      // Given
      Blob foreign = endpoint(random);
      SortedMap<String, Blob> parts = files(foreign);
      SortedMap<String, Blob> bare = files(foreign);
      for (StepPlace place : StepPlace.values()) {
        for (int rank = 1; rank <= random.nextInt(4); rank++) {
          String name = "entente-" + (char) ('a' + random.nextInt(5));
          parts.put(place.entry(FILE, rank, name), Blob.ofText(step(name, random)));
        }
      }

      // When
      SortedMap<String, Blob> joined = BundleParts.join(parts);

      // Then
      assertThat(BundleParts.split(joined))
          .as("seed %d round %d: %s", SEED, round, text(foreign))
          .isEqualTo(parts);
      assertThat(Xml.read(joined.getOrDefault(FILE, foreign).bytes()))
          .as("seed %d round %d: %s", SEED, round, text(foreign))
          .isPresent();
      assertThat(BundleParts.split(bare)).isEqualTo(bare);
      assertThat(BundleParts.join(bare)).isEqualTo(bare);
      made += joined.equals(bare) ? 0 : 1;
    }
    assertThat(made).isGreaterThan(2_000);
  }

  @Test
  void joinOfSplitGivesTheSameBytesAfterBlanksWereChanged() {
    var random = new Random(SEED);
    for (int round = 0; round < 1_000; round++) {
      // Given
      SortedMap<String, Blob> parts = files(endpoint(random));
      for (StepPlace place :
          List.of(StepPlace.PRE_FLOW_REQUEST, StepPlace.POST_CLIENT_FLOW_RESPONSE)) {
        parts.put(place.entry(FILE, 1, "entente-a"), Blob.ofText(step("entente-a", random)));
        parts.put(place.entry(FILE, 2, "entente-b"), Blob.ofText(step("entente-b", random)));
      }
      String blank = List.of(" ", "\n  ", "\r\n\t").get(random.nextInt(3));
      String tidied =
          text(BundleParts.join(parts).getOrDefault(FILE, Blob.ofText("")))
              .replace("<Step>", blank + "<Step>")
              .replace("<Name>", blank + "<Name>");
      SortedMap<String, Blob> raw = files(latin(tidied));

      // When
      SortedMap<String, Blob> split = BundleParts.split(raw);

      // Then
      assertThat(split.keySet()).containsAll(parts.keySet());
      boolean marked = tidied.contains("<!--entente-");
      if (!marked) {
        assertThat(BundleParts.join(split))
            .as("seed %d round %d: %s", SEED, round, tidied)
            .isEqualTo(raw);
      }
      assertThat(BundleParts.split(BundleParts.join(split)))
          .as("seed %d round %d: %s", SEED, round, tidied)
          .isEqualTo(split);
    }
  }

  private static String step(String name, Random random) {
    return StepText.of(
        name,
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of("(request.header.x = \"<&>\") and (a > " + random.nextInt(9) + ")"));
  }

  private static Blob endpoint(Random random) {
    var out = new StringBuilder();
    out.append(pick(random, "", "\u00ef\u00bb\u00bf"));
    out.append(
        pick(random, "", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n", "<!-- </a> -->\n"));
    out.append("<ProxyEndpoint name=\"default\">");
    for (String flow : List.of("PreFlow", "Flows", "PostFlow", "PostClientFlow")) {
      out.append(gap(random));
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 -> out.append("<").append(flow).append(pick(random, "/>", " />", " a='/>'/>"));
        default -> {
          out.append("<").append(flow).append(pick(random, ">", " name=\"a>b\">", "\n>"));
          for (String side : List.of("Request", "Response")) {
            out.append(gap(random));
            switch (random.nextInt(4)) {
              case 0 -> {}
              case 1 -> out.append("<").append(side).append(pick(random, "/>", " />"));
              default -> {
                out.append("<").append(side).append(">").append(gap(random));
                for (int i = random.nextInt(3); i > 0; i--) {
                  out.append("<Step><Name>Theirs</Name></Step>").append(gap(random));
                }
                out.append("</").append(side).append(pick(random, ">", " >"));
              }
            }
          }
          out.append(gap(random)).append("</").append(flow).append(">");
        }
      }
    }
    out.append(gap(random)).append("</ProxyEndpoint>").append(pick(random, "", "\r\n", "<!-- -->"));
    return latin(out.toString());
  }

  private static String gap(Random random) {
    return pick(
        random,
        "",
        "\n    ",
        "\r\n",
        "<!-- <Request> entente-x </PreFlow> -->",
        "<?keep <Step> ?>",
        "\u00c3\u00a9",
        "<D><![CDATA[<PreFlow/> ]] > entente-]]></D>");
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static SortedMap<String, Blob> files(Blob endpoint) {
    var files = new TreeMap<String, Blob>();
    files.put(FILE, endpoint);
    files.put("apiproxy/policies/Theirs.xml", Blob.of(new byte[] {(byte) 0xff, 0, 1}));
    return files;
  }

  private static Blob latin(String text) {
    return Blob.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(Blob blob) {
    return new String(blob.bytes(), StandardCharsets.ISO_8859_1);
  }
}
