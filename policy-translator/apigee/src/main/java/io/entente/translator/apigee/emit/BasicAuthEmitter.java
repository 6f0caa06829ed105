package io.entente.translator.apigee.emit;

import io.entente.policy.Policy;
import io.entente.translator.Stated;
import java.util.List;

/**
 * {@code basicAuth} as nothing: BasicAuthentication takes name and password apart, and nothing that
 * Apigee keeps can tell whether they belong together.
 */
public final class BasicAuthEmitter implements KindEmitter {

  private static final List<String> FIELDS =
      List.of("realm", "hideCredential", "preflight", "credentials", "mode");

  @Override
  public String kindName() {
    return "basicAuth";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    return Emission.nothing(
        policies,
        place,
        ledger ->
            FIELDS.forEach(
                field ->
                    ledger.unsupported(
                        field,
                        Evidence.KEY_STORE.grade(),
                        new Stated(ledger.policy().id())
                            .looser(
                                "no-password-store",
                                "0 passwords are compared: BasicAuthentication only decodes the"
                                    + " header, and Apigee has no store of passwords",
                                "Use apiKey or jwt, or ask for the password in front of Apigee or in"
                                    + " the upstream."))));
  }
}
