package io.entente.reference;

import static java.util.Locale.ROOT;

import io.entente.model.estate.Vendor;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.Labels;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import io.entente.policy.TargetRef;
import io.entente.translator.testkit.CaseDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Policies of one kind: the plain one, and one for each option that could matter to a vendor. */
final class Corpus {

  private static final Path FOLDER = Path.of("src", "test", "resources", "corpus");

  /** What every policy of the corpus applies to. */
  static final ApiName API = new ApiName("orders");

  private Corpus() {}

  /** Of a kind that has no corpus of its own, the examples of its page. */
  static List<Policy> of(String kind) {
    Path file = FOLDER.resolve(kind + ".yaml");
    List<Policy> policies =
        Files.exists(file)
            ? CaseDocuments.read(text(file), Set.of()).policies()
            : KindText.of(kind).policies();
    return policies.stream().map(Corpus::aimed).toList();
  }

  /** What a kind has no meaning without, from a vendor that has it: who callers are. */
  static List<Policy> beside(String kind, Vendor vendor) {
    Path file = FOLDER.resolve(Path.of("beside", kind, vendor.name().toLowerCase(ROOT) + ".yaml"));
    return Files.exists(file)
        ? CaseDocuments.read(text(file), Set.of()).policies().stream().map(Corpus::aimed).toList()
        : List.of();
  }

  private static Policy aimed(Policy policy) {
    PolicySpec spec = policy.spec();
    var target = new TargetRef(TargetRef.Kind.API, Optional.of(API.value()), Labels.none());
    return new Policy(
        policy.id(),
        policy.labels(),
        new PolicySpec(
            List.of(target),
            spec.merge(),
            spec.priority(),
            spec.mode(),
            spec.require(),
            spec.onError(),
            spec.kind()));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
