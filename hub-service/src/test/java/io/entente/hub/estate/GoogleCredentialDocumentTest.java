package io.entente.hub.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.model.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoogleCredentialDocumentTest {

  private static final String ACCOUNT =
      "{\"type\":\"service_account\",\"client_email\":\"a@b\",\"token_uri\":\"https://t.example/token\","
          + "\"private_key\":\"-----BEGIN PRIVATE KEY-----\\ncanary\\n-----END PRIVATE KEY-----\"}";
  private static final String EXTERNAL =
      "{\"type\":\"external_account\",\"audience\":\"canary\",\"subject_token_type\":\"t\","
          + "\"token_url\":\"https://sts.example/token\","
          + "\"service_account_impersonation_url\":\"https://iam.example/x\","
          + "\"credential_source\":{\"url\":\"https://idp.example/token\"}}";
  private static final String USER =
      "{\"type\":\"authorized_user\",\"client_id\":\"i\",\"client_secret\":\"canary\","
          + "\"refresh_token\":\"canary\"}";

  @Test
  void takesEachTypeAndSaysWhichAddressesItMakesTheHubCall() {
    assertThat(read(ACCOUNT).called()).containsOnlyKeys("token_uri");
    assertThat(read(USER).type()).isEqualTo("authorized_user");
    assertThat(read(EXTERNAL).called())
        .containsOnlyKeys(
            "token_url", "service_account_impersonation_url", "credential_source.url");
    var impersonated = read(impersonated(ACCOUNT));
    assertThat(impersonated.type()).isEqualTo("impersonated_service_account");
    assertThat(impersonated.called())
        .containsOnlyKeys("service_account_impersonation_url", "source_credentials.token_uri");
  }

  @Test
  void refusesWhatIsNoCredentialOrWouldReachIntoTheHubAndNeverRepeatsIt() {
    for (String json :
        List.of(
            "",
            "null",
            "[]",
            "{",
            "{\"type\":\"canary\"}",
            "{\"type\":7}",
            ACCOUNT.replace("client_email", "clientEmail"),
            ACCOUNT
                .replace("-----BEGIN PRIVATE KEY-----", "-----BEGIN-----")
                .replace("-----END PRIVATE KEY-----", ""),
            ACCOUNT.replace("\"https://t.example/token\"", "{\"canary\":1}"),
            USER.replace("refresh_token", "other"),
            EXTERNAL.replace("\"url\":\"https://idp.example/token\"", "\"url\":7"),
            EXTERNAL.replace("\"url\"", "\"file\""),
            EXTERNAL.replace("\"url\"", "\"executable\":{\"command\":\"canary\"},\"url\""),
            EXTERNAL.replace("\"url\"", "\"environment_id\":\"aws1\",\"url\""),
            EXTERNAL.replace("\"url\"", "\"certificate\":{},\"url\""),
            EXTERNAL.replace("{\"url\":\"https://idp.example/token\"}", "\"canary\""),
            impersonated(EXTERNAL.replace("\"url\"", "\"file\"")),
            impersonated(impersonated(ACCOUNT)),
            impersonated("\"canary\""),
            impersonated(ACCOUNT) + " canary",
            "[".repeat(9) + "]".repeat(9),
            " ".repeat(GoogleCredentialDocument.LARGEST + 1))) {
      // When
      var refused = catchThrowableOfType(ProblemException.class, () -> read(json));
      // Then
      assertThat(refused).as(json).isNotNull();
      assertThat(refused.problems().toString()).as(json).doesNotContain("canary");
    }
  }

  private static String impersonated(String source) {
    return "{\"type\":\"impersonated_service_account\","
        + "\"service_account_impersonation_url\":\"https://iam.example/x\","
        + "\"source_credentials\":"
        + source
        + "}";
  }

  private static GoogleCredentialDocument read(String json) {
    return GoogleCredentialDocument.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
