package io.entente.translator.kong;

import io.entente.model.estate.VendorSchema;
import io.entente.model.fidelity.FieldFidelity;
import io.entente.policy.ClaimRule;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The same of the enterprise edition, which has tokens, too. */
class EnterprisePerturbationTest extends FieldPerturbationTest {

  @Override
  protected Policy any(Random random) {
    return random.nextInt(3) == 0 ? Policies.enforcing("p", token(random)) : super.any(random);
  }

  /** One that openid-connect can say. */
  private static Jwt token(Random random) {
    Jwt any = RandomAccess.jwt(random);
    return new Jwt(
        "https://issuer.test/" + random.nextInt(3),
        any.audiences(),
        new Jwks.Url("https://issuer.test/keys/" + random.nextInt(3)),
        any.algorithms(),
        any.clockSkew(),
        false,
        Optional.empty(),
        random.nextBoolean()
            ? List.of()
            : List.of(new ClaimRule("role", List.of("r" + random.nextInt(3)))),
        new TokenSource("authorization", Scheme.BEARER),
        any.forward(),
        any.preflight());
  }

  @Override
  protected Translation translate(List<Policy> policies) {
    return new KongTranslator()
        .translate(Worlds.enterprise(VendorSchema.none(), told(policies), "mtls-auth"));
  }

  @Override
  protected boolean excused(FieldFidelity field) {
    // openid-connect has no list of algorithms: which are taken is up to the keys of the issuer,
    // and how much looser that is is stated with numbers
    return field.field().startsWith("algorithms") || super.excused(field);
  }

  @Override
  protected Set<String> neverShown() {
    var never = new HashSet<>(super.neverShown());
    never.removeAll(fieldsOf("jwt", "oauth2Introspection", "mtls"));
    never.addAll(Set.of("jwt.algorithms", "jwt.maxLifetime"));
    return never;
  }
}
