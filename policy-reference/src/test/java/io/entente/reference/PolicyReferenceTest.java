package io.entente.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReferenceTest {

  private static final String FOLDER = "docs/policies/";

  @Test
  void everyKindHasAPageThatSaysWhatTheModelSays() throws IOException {
    for (var kind : Kinds.all().entrySet()) {
      // Given
      KindText text = KindText.of(kind.getKey());

      // When
      String page = KindPage.of(kind.getKey(), kind.getValue(), text);

      // Then
      Page.of(FOLDER + kind.getKey() + ".md").is(page);
    }
  }

  @Test
  void indexNamesEveryKindAndTheFieldsTheyShare() throws IOException {
    Page.of(FOLDER + "README.md").holds(KindIndex.of(Kinds.all()));
  }

  @Test
  void everyExampleIsAPolicyOfItsKind() {
    for (String kind : Kinds.names()) {
      // When
      List<Policy> policies = KindText.of(kind).policies();

      // Then
      assertThat(policies).as(kind).isNotEmpty();
      assertThat(policies)
          .extracting(policy -> policy.spec().kind().kindName())
          .as("kinds of the examples of %s", kind)
          .containsOnly(kind);
    }
  }

  @Test
  void thereIsNoTextOrPageOfAKindThatIsNone() throws IOException {
    for (String folder : List.of(KindText.FOLDER, FOLDER)) {
      try (var files = Files.list(Page.ROOT.resolve(folder))) {
        assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
            .as(folder)
            .allMatch(name -> name.equals("README") || Kinds.names().contains(name));
      }
    }
  }
}
