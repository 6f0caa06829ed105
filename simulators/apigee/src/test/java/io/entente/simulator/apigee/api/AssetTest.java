package io.entente.simulator.apigee.api;

import static io.entente.simulator.apigee.harness.Client.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.harness.Zips;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AssetTest {

  private final Client client = Client.start();
  private final byte[] zip = Zips.proxy("p", "/p").zip();

  @AfterEach
  void stop() {
    client.close();
  }

  @Test
  void makesANewRevisionAtEachImport() {
    // When
    String first = client.revisionOf("apis", "p", zip);
    String second = client.revisionOf("apis", "p", zip);

    // Then
    assertThat(first).isEqualTo("1");
    assertThat(second).isEqualTo("2");
    Reply proxy = client.get(ORG + "/apis/p");
    assertThat(proxy.texts("/revision", "")).containsExactly("1", "2");
    assertThat(proxy.text("/latestRevisionId")).isEqualTo("2");
  }

  @Test
  void numbersRevisionsImportedAtTheSameTime() {
    // Given
    client.get(ORG);

    // When
    List<String> numbers =
        IntStream.range(0, 24)
            .parallel()
            .mapToObj(i -> client.revisionOf("apis", "p", zip))
            .map(Integer::valueOf)
            .sorted()
            .map(String::valueOf)
            .toList();

    // Then
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 24).mapToObj(String::valueOf).toList());
  }

  @Test
  void keepsNothingWhenItOnlyValidates() {
    // When
    Reply good = client.upload("/apis?action=validate&name=p", zip);
    Reply bad = client.upload("/apis?action=validate&name=p", new byte[] {1, 2, 3});

    // Then
    assertThat(good.status()).isEqualTo(200);
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.text("/error/message")).isEqualTo("bundle contains errors");
    assertThat(client.get(ORG + "/apis/p").status()).isEqualTo(404);
    assertThat(client.simulator().imported().all()).isEmpty();
  }

  @Test
  void refusesAnImportWithoutNameOrAction() {
    // Then
    assertThat(client.upload("/apis?action=import", zip).status()).isEqualTo(400);
    assertThat(client.upload("/apis?name=p", zip).status()).isEqualTo(400);
    assertThat(client.upload("/apis?action=import&name=a%20b", zip).status()).isEqualTo(400);
  }

  @Test
  void listsWithRevisionsAndMetadataOnRequest() {
    // Given
    client.revisionOf("sharedflows", "f", Zips.flow("f", "A").zip());

    // When
    Reply plain = client.get(ORG + "/sharedflows");
    Reply whole = client.get(ORG + "/sharedflows?includeRevisions=true&includeMetaData=true");

    // Then
    assertThat(plain.at("/sharedFlows/0").size()).isEqualTo(1);
    assertThat(whole.texts("/sharedFlows/0/revision", "")).containsExactly("1");
    assertThat(whole.at("/sharedFlows/0/metaData/createdAt").isTextual()).isTrue();
  }

  @Test
  void answersEmptyListsWithoutTheField() {
    // Then
    assertThat(client.get(ORG + "/apis").json().isEmpty()).isTrue();
  }

  @Test
  void keepsBundlesByteForByte() {
    // Given
    client.revisionOf("apis", "p", zip);

    // When
    Reply metadata = client.get(ORG + "/apis/p/revisions/1");
    Reply bundle = client.get(ORG + "/apis/p/revisions/1?format=bundle");

    // Then
    assertThat(metadata.texts("/basepaths", "")).containsExactly("/p");
    assertThat(bundle.body()).isEqualTo(zip);
    assertThat(client.get("/_simulator/bundles").text("/bundles/0/name")).isEqualTo("p");
    assertThat(client.get("/_simulator/bundles/1").body()).isEqualTo(zip);
    assertThat(client.get("/_simulator/bundles/2").status()).isEqualTo(404);
  }

  @Test
  void updatesARevisionUntilItIsDeployed() {
    // Given
    client.revisionOf("apis", "p", zip);
    byte[] other = Zips.proxy("p", "/other").zip();

    // When
    Reply before = client.upload("/apis/p/revisions/1", other);
    client.deploy("apis", "p", "1", "");
    client.delete(Client.deployment("apis", "p", "1"));
    Reply after = client.upload("/apis/p/revisions/1", zip);

    // Then
    assertThat(before.texts("/basepaths", "")).containsExactly("/other");
    assertThat(after.status()).isEqualTo(400);
    assertThat(after.text("/error/status")).isEqualTo("FAILED_PRECONDITION");
  }

  @Test
  void neverUsesARevisionNumberAgain() {
    // Given
    client.revisionOf("apis", "p", zip);
    client.revisionOf("apis", "p", zip);

    // When
    client.delete(ORG + "/apis/p/revisions/2");

    // Then
    assertThat(client.get(ORG + "/apis/p/revisions").texts("", "")).containsExactly("1");
    assertThat(client.revisionOf("apis", "p", zip)).isEqualTo("3");
  }

  @Test
  void doesNotDeleteWhatIsDeployed() {
    // Given
    client.deployed("apis", "p", zip);

    // Then
    assertThat(client.delete(ORG + "/apis/p/revisions/1").text("/error/status"))
        .isEqualTo("FAILED_PRECONDITION");
    assertThat(client.delete(ORG + "/apis/p").status()).isEqualTo(400);
    client.delete(Client.deployment("apis", "p", "1"));
    assertThat(client.delete(ORG + "/apis/p").status()).isEqualTo(200);
    assertThat(client.get(ORG + "/apis/p").status()).isEqualTo(404);
  }

  @Test
  void keepsAtMostTwoHundredAndFiftyRevisions() {
    // Given
    for (int i = 0; i < 250; i++) {
      client.revisionOf("apis", "p", zip);
    }

    // When
    Reply oneMore = client.upload("/apis?action=import&name=p", zip);
    client.delete(ORG + "/apis/p/revisions/1");

    // Then
    assertThat(oneMore.text("/error/status")).isEqualTo("FAILED_PRECONDITION");
    assertThat(client.revisionOf("apis", "p", zip)).isEqualTo("251");
  }

  @Test
  void patchesLabelsOnly() {
    // Given
    client.revisionOf("apis", "p", zip);

    // When
    Reply labelled =
        client.send("PATCH", ORG + "/apis/p?updateMask=labels", "{\"labels\":{\"a\":\"b\"}}");
    Reply other = client.send("PATCH", ORG + "/apis/p?updateMask=space", "{\"space\":\"s\"}");

    // Then
    assertThat(labelled.text("/labels/a")).isEqualTo("b");
    assertThat(other.status()).isEqualTo(400);
  }

  @Test
  void refusesOtherContentTypes() {
    // When
    Reply reply =
        client.send(
            "POST",
            ORG + "/apis?action=import&name=p",
            Map.of("Content-Type", "application/json"),
            zip);

    // Then
    assertThat(reply.status()).isEqualTo(400);
  }
}
