package io.entente.connector.apigee;

import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.GoogleCredentials;
import io.entente.connector.spi.Secrets;
import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.SecretRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Makes Google credentials of what the operator stored, or of the metadata server where nothing is
 * stored. Safe between threads.
 */
final class CredentialSource {

  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
  private static final Set<String> KINDS =
      Set.of(
          "service_account", "external_account", "impersonated_service_account", "authorized_user");

  private final Optional<SecretRef> reference;
  private final Secrets secrets;
  private Optional<GoogleCredentials> made = Optional.empty();

  CredentialSource(Optional<SecretRef> reference, Secrets secrets) {
    this.reference = reference;
    this.secrets = secrets;
  }

  synchronized GoogleCredentials get() throws ApigeeFailure {
    if (made.isEmpty()) {
      made = Optional.of(make());
    }
    return made.get();
  }

  /** What was made is not accepted: the next call looks at what is stored by then. */
  synchronized void rejected() {
    made = Optional.empty();
  }

  private GoogleCredentials make() throws ApigeeFailure {
    if (reference.isEmpty()) {
      return ComputeEngineCredentials.create().createScoped(SCOPE);
    }
    String json =
        secrets
            .resolve(reference.get())
            .orElseThrow(() -> invalid("No credential is stored under " + reference.get().value()));
    requireKind(json);
    try {
      var bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
      return GoogleCredentials.fromStream(bytes).createScoped(SCOPE);
    } catch (IOException | IllegalArgumentException e) {
      // Its message may repeat parts of the key.
      throw invalid("The stored credential lacks something that Google's library needs");
    }
  }

  private static void requireKind(String json) throws ApigeeFailure {
    Node root;
    try {
      root = JsonTree.read(json, TreeLimits.DOCUMENT);
    } catch (ProblemException e) {
      throw invalid("The stored credential is no JSON");
    }
    if (Trees.text(root, "type").filter(KINDS::contains).isEmpty()) {
      throw invalid(
          "The stored credential is none of "
              + String.join(", ", KINDS.stream().sorted().toList()));
    }
    boolean runsSomething =
        Trees.field(root, "credential_source")
            .flatMap(source -> Trees.field(source, "executable"))
            .isPresent();
    if (runsSomething) {
      throw invalid("The stored credential would run a program on the hub");
    }
  }

  private static ApigeeFailure invalid(String why) {
    return ApigeeFailure.unsent(
        FailureClass.FIX_CONFIG,
        Problem.user(
            ApigeeErrorCode.CREDENTIAL_INVALID,
            why,
            "credential",
            "Store a service account key or a workload identity configuration as JSON."));
  }
}
