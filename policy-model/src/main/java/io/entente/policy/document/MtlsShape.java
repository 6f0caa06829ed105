package io.entente.policy.document;

import io.entente.policy.CaCertificate;
import io.entente.policy.ClientIdentity;
import io.entente.policy.Mtls;
import io.entente.policy.Mtls.Revocation;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** The member {@code mtls}. */
final class MtlsShape {

  private static final Field<ClientIdentity.Kind> KIND =
      Field.required(
          "kind",
          ChoiceShape.lowerCamel(ClientIdentity.Kind.class),
          "Where the certificate says it: in the common name of its subject, or in a URI or a host"
              + " among its alternative names.");

  private static final Field<String> VALUE =
      Field.required(
          "value",
          TextShape.of(
              "printable ASCII without spaces at its ends, at most 255 characters",
              ClientIdentity.VALUE_PATTERN,
              255),
          "All of it; hosts are compared without regard to case.");

  private static final Shape<ClientIdentity> IDENTITY =
      ObjectShape.of(
          List.of(KIND, VALUE),
          List.of(),
          read -> new ClientIdentity(read.get(KIND), read.get(VALUE)),
          (identity, out) -> {
            out.put(KIND, identity.kind());
            out.put(VALUE, identity.value());
          });

  private static final Field<List<CaCertificate>> TRUSTED =
      Field.required(
          "trustedCertificates",
          new TrustedCertificatesShape(),
          "Of the authorities that sign clients' certificates, 1 to 20 in PEM.");

  private static final Field<List<ClientIdentity>> IDENTITIES =
      Field.withDefault(
          "identities",
          ListShape.distinct(IDENTITY, 0),
          List.of(),
          "Any of which the certificate must have; none means any. Another is answered 403.");

  private static final Field<Revocation> REVOCATION =
      Field.withDefault(
          "revocation",
          ChoiceShape.lowerCamel(Revocation.class),
          Revocation.NONE,
          "Whether it is asked if a certificate was revoked; where nobody can say, it counts as"
              + " revoked.");

  static final Shape<Mtls> SHAPE =
      ObjectShape.of(
          List.of(TRUSTED, IDENTITIES, REVOCATION),
          List.of(),
          read -> new Mtls(read.get(TRUSTED), read.get(IDENTITIES), read.get(REVOCATION)),
          (rule, out) -> {
            out.put(TRUSTED, rule.trustedCertificates());
            out.put(IDENTITIES, rule.identities());
            out.put(REVOCATION, rule.revocation());
          });

  private MtlsShape() {}
}
