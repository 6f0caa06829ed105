package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.auth.oauth2.ComputeEngineCredentials;
import com.google.auth.oauth2.ExternalAccountCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import io.entente.connector.testkit.TestSecrets;
import io.entente.model.tree.SecretRef;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of credential that is promised is taken, and no other. */
class CredentialSourceTest {

  private static final Optional<SecretRef> REF = Optional.of(new SecretRef("credential"));
  private static final String USER =
      "{\"type\":\"authorized_user\",\"client_id\":\"i\",\"client_secret\":\"planted\","
          + "\"refresh_token\":\"planted\"}";
  private static final String FEDERATED =
      "{\"type\":\"external_account\",\"audience\":\"//iam.googleapis.com/projects/1/locations/"
          + "global/workloadIdentityPools/p/providers/q\",\"subject_token_type\":"
          + "\"urn:ietf:params:oauth:token-type:jwt\",\"token_url\":"
          + "\"https://sts.googleapis.com/v1/token\",\"credential_source\":{%s}}";

  @Test
  void takesAServiceAccount() throws Exception {
    try (var fake = new FakeApi(request -> FakeApi.Reply.json("{}"))) {
      assertThat(source(fake.credential()).get()).isInstanceOf(ServiceAccountCredentials.class);
    }
  }

  @Test
  void takesWorkloadIdentityFederation() throws Exception {
    String json = FEDERATED.formatted("\"file\":\"/var/run/token\"");
    assertThat(source(json).get()).isInstanceOf(ExternalAccountCredentials.class);
  }

  @Test
  void takesImpersonationAndUsers() throws Exception {
    String impersonated =
        "{\"type\":\"impersonated_service_account\",\"service_account_impersonation_url\":"
            + "\"https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/"
            + "a@p.iam.gserviceaccount.com:generateAccessToken\",\"delegates\":[],"
            + "\"source_credentials\":"
            + USER
            + "}";
    assertThat(source(impersonated).get()).isInstanceOf(ImpersonatedCredentials.class);
    assertThat(source(USER).get()).isInstanceOf(UserCredentials.class);
  }

  @Test
  void asksTheMetadataServerWhereNothingIsStored() throws Exception {
    assertThat(new CredentialSource(Optional.empty(), new TestSecrets()).get())
        .isInstanceOf(ComputeEngineCredentials.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "planted",
        "{}",
        "{\"type\":\"planted\"}",
        "{\"type\":\"service_account\",\"private_key\":\"planted\"}",
        "{\"type\":\"authorized_user\",\"refresh_token\":\"planted\"}"
      })
  void refusesOthersWithoutRepeatingThem(String json) {
    var failure = catchThrowableOfType(ApigeeFailure.class, () -> source(json).get());
    assertThat(failure.problem().code()).isEqualTo(ApigeeErrorCode.CREDENTIAL_INVALID);
    assertThat(failure.problem().toString()).doesNotContain("planted");
  }

  @Test
  void refusesACredentialThatRunsAProgram() {
    String json = FEDERATED.formatted("\"executable\":{\"command\":\"/bin/planted\"}");
    var failure = catchThrowableOfType(ApigeeFailure.class, () -> source(json).get());
    assertThat(failure.problem().message()).contains("program").doesNotContain("planted");
  }

  @Test
  void looksAtWhatIsStoredAgainOnceItIsNotAccepted() throws Exception {
    // Given
    var secrets = new TestSecrets().put("credential", USER);
    var source = new CredentialSource(REF, secrets);
    var first = source.get();
    secrets.put("credential", USER.replace("\"i\"", "\"j\""));
    // When
    var same = source.get();
    source.rejected();
    var other = source.get();
    // Then
    assertThat(same).isSameAs(first);
    assertThat(((UserCredentials) other).getClientId()).isEqualTo("j");
  }

  private static CredentialSource source(String json) {
    return new CredentialSource(REF, new TestSecrets().put("credential", json));
  }
}
