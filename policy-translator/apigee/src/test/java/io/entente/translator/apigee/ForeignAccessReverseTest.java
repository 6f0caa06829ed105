package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.ApiKey;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.reverse.FoundPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and tokens as users ask for them. */
class ForeignAccessReverseTest {

  @Test
  void readsTheKeyOfTheSamples() {
    // When
    FoundPolicy found =
        UsersBundle.found(
            """
            <VerifyAPIKey async="false" continueOnError="false" enabled="true" name="P">
              <DisplayName>Verify API Key</DisplayName>
              <APIKey ref="request.queryparam.apikey"/>
            </VerifyAPIKey>
            """);

    // Then
    assertThat(found.kind())
        .isEqualTo(
            new ApiKey(
                ApiKey.In.QUERY, "apikey", false, Preflight.CHECK, ApiKey.Credentials.VENDOR));
    assertThat(found.unexpressed()).containsOnlyKeys("APIKey");
  }

  @Test
  void readsTheTokenOfTheSamplesAndSaysWhatItLacks() {
    // When
    FoundPolicy found =
        UsersBundle.found(
            """
            <VerifyJWT name="P">
              <Algorithm>RS256, PS256</Algorithm>
              <PublicKey><JWKS uri="https://issuer.test/jwks"/></PublicKey>
              <Issuer>https://issuer.test/</Issuer>
              <Audience>orders</Audience>
              <TimeAllowance>2m</TimeAllowance>
            </VerifyJWT>
            """);

    // Then
    assertThat(found.kind())
        .isEqualTo(
            new Jwt(
                "https://issuer.test/",
                List.of("orders"),
                new Jwks.Url("https://issuer.test/jwks"),
                List.of(SigningAlgorithm.RS256, SigningAlgorithm.PS256),
                Duration.ofMinutes(2),
                false,
                Optional.empty(),
                List.of(),
                new TokenSource("authorization", Scheme.BEARER),
                true,
                Preflight.CHECK));
    assertThat(found.unexpressed()).containsOnlyKeys("Audience", "IgnoreIssuedAt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<VerifyAPIKey name='P'><APIKey ref='my.variable'/></VerifyAPIKey>|my.variable",
        "<VerifyAPIKey name='P'><APIKey>literal</APIKey></VerifyAPIKey>|without ref",
        "<VerifyAPIKey name='P'/>|no APIKey",
        "<VerifyAPIKey name='P' continueOnError='true'><APIKey ref='request.header.x-api-key'/></VerifyAPIKey>|lets requests pass",
        "<VerifyJWT name='P'><Algorithm>HS256</Algorithm><SecretKey><Value ref='private.key'/></SecretKey><Issuer>i</Issuer></VerifyJWT>|SecretKey",
        "<VerifyJWT name='P'><Algorithm>HS256</Algorithm><PublicKey><JWKS uri='https://i.test/k'/></PublicKey><Issuer>i</Issuer></VerifyJWT>|signed with HS256",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><PublicKey><Value ref='public.key'/></PublicKey><Issuer>i</Issuer></VerifyJWT>|Value",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><PublicKey><JWKS ref='public.jwks'/></PublicKey><Issuer>i</Issuer></VerifyJWT>|ref of JWKS",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><PublicKey><JWKS>{}</JWKS></PublicKey><Issuer>i</Issuer></VerifyJWT>|not plain",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><PublicKey><JWKS uri='https://i.test/k'/></PublicKey></VerifyJWT>|any issuer",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><PublicKey><JWKS uri='http://i.test/k'/></PublicKey><Issuer>i</Issuer></VerifyJWT>|https",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><PublicKey><JWKS uri='https://i.test/k'/></PublicKey><Issuer ref='x'/></VerifyJWT>|flow variable x",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><PublicKey><JWKS uri='https://i.test/k'/></PublicKey><Issuer>i</Issuer><AdditionalClaims><Claim name='a'>b</Claim></AdditionalClaims></VerifyJWT>|AdditionalClaims",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><Source>request.formparam.jwt</Source><PublicKey><JWKS uri='https://i.test/k'/></PublicKey><Issuer>i</Issuer></VerifyJWT>|formparam",
        "<VerifyJWT name='P'><Algorithm>RS256</Algorithm><PublicKey><JWKS uri='https://i.test/k'/></PublicKey><Issuer>i</Issuer><IgnoreCriticalHeaders>true</IgnoreCriticalHeaders></VerifyJWT>|extensions",
      })
  void leavesWhatNoPolicySaysWithTheReason(String policy, String reason) {
    assertThat(UsersBundle.why(policy)).contains("Policy P").contains(reason);
  }
}
