package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.problem.Problem;
import io.entente.policy.CaCertificate;
import io.entente.policy.ClientIdentity;
import io.entente.policy.Mtls;
import io.entente.policy.Mtls.Revocation;
import io.entente.policy.PolicyKind;
import io.entente.policy.generated.SampleCertificates;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MtlsDocumentsTest {

  private static final String PARTNERS = quoted(SampleCertificates.partners().pem());
  private static final String DEVICES = quoted(SampleCertificates.devices().pem());

  @Test
  void readsARuleAndItsDefaults() {
    assertThat(read("trustedCertificates: [" + PARTNERS + "]"))
        .isEqualTo(new Mtls(List.of(SampleCertificates.partners()), List.of(), Revocation.NONE));
    assertThat(
            read(
                "trustedCertificates: [%s, %s], identities: [{kind: sanUri, value: 'spiffe://a/b'}], revocation: crlOcsp"
                    .formatted(PARTNERS, DEVICES)))
        .isEqualTo(
            new Mtls(
                List.of(SampleCertificates.partners(), SampleCertificates.devices()),
                List.of(new ClientIdentity(ClientIdentity.Kind.SAN_URI, "spiffe://a/b")),
                Revocation.CRL_OCSP));
  }

  @Test
  void linesOfAnyLengthAreTheSameCertificate() {
    // Given
    String pem = SampleCertificates.partners().pem();
    String body = pem.replaceAll("-----[A-Z ]+-----|\n", "");
    String oneLine = "\n-----BEGIN CERTIFICATE-----\r\n" + body + "\r\n-----END CERTIFICATE-----";

    // When
    var read = new CaCertificate(oneLine);
    List<Problem> problems =
        Yaml.problems(
            () -> read("trustedCertificates: [%s, %s]".formatted(PARTNERS, quoted(oneLine))));

    // Then
    assertThat(read).isEqualTo(SampleCertificates.partners());
    assertThat(read.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple("DUPLICATE_VALUE", "spec.mtls.trustedCertificates[1]"));
  }

  @Test
  void aCertificateThatSignsNothingIsRefusedByName() {
    // When
    List<Problem> problems =
        Yaml.problems(
            () -> read("trustedCertificates: [" + quoted(SampleCertificates.CLIENT) + "]"));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple("NOT_A_CA", "spec.mtls.trustedCertificates[0]"));
    assertThat(problems.get(0).message()).contains("CN=shop").contains("basicConstraints");
    assertThat(problems.get(0).value()).contains(SampleCertificates.CLIENT.strip());
  }

  @Test
  void whatIsNoCertificateIsNeverRepeated() {
    // When
    List<Problem> problems =
        Yaml.problems(() -> read("trustedCertificates: ['-----BEGIN EC PRIV" + "ATE TOPsecret']"));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .containsExactly(tuple("INVALID_VALUE", "spec.mtls.trustedCertificates[0]"));
    assertThat(problems.toString()).doesNotContain("TOPsecret");
  }

  @Test
  void brokenCertificatesAreRefused() {
    String pem = SampleCertificates.partners().pem();
    assertThatThrownBy(() -> new CaCertificate(pem.replace("MIIB", "AAAA")))
        .hasMessageContaining("no X.509 certificate");
    assertThatThrownBy(() -> new CaCertificate(pem + pem)).hasMessageContaining("not one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trustedCertificates: []|INVALID_VALUE|trustedCertificates",
        "identities: []|MISSING_FIELD|trustedCertificates",
        "LEAST, identities: [{kind: subjectCn, value: ' a'}]|INVALID_VALUE|identities[0].value",
        "LEAST, identities: [{kind: sanIp, value: a}]|INVALID_VALUE|identities[0].kind",
        "LEAST, identities: [{kind: sanDns, value: a}, {kind: sanDns, value: a}]|DUPLICATE_VALUE|identities[1]",
        "LEAST, revocation: soft|INVALID_VALUE|revocation",
        "LEAST, depth: 1|UNKNOWN_FIELD|depth",
      })
  void refusesWhatCannotBe(String fields, String code, String path) {
    // When
    List<Problem> problems =
        Yaml.problems(
            () -> read(fields.replace("LEAST", "trustedCertificates: [" + PARTNERS + "]")));

    // Then
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.path().orElse(""))
        .contains(tuple(code, "spec.mtls." + path));
  }

  @Test
  void tooManyCertificatesAreRefused() {
    // When
    String all = String.join(", ", Collections.nCopies(Mtls.MOST_CERTIFICATES + 1, PARTNERS));
    List<Problem> problems = Yaml.problems(() -> read("trustedCertificates: [" + all + "]"));

    // Then
    assertThat(problems)
        .extracting(Problem::code, Problem::message)
        .containsExactly(
            tuple("INVALID_VALUE", "spec.mtls.trustedCertificates has 21 certificates"));
  }

  private static String quoted(String pem) {
    return "\"" + pem.replace("\r", "\\r").replace("\n", "\\n") + "\"";
  }

  private static PolicyKind read(String fields) {
    return PolicyDocuments.read(
            Yaml.policy("targetRefs: [{kind: Tenant}]\nmtls: {" + fields + "}"), 1)
        .spec()
        .kind();
  }
}
