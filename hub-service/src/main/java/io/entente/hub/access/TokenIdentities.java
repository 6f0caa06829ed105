package io.entente.hub.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Knows who a token belongs to: its permissions become the roles that operations ask for. */
@ApplicationScoped
class TokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {

  private final TokenStore tokens;
  private final TokenUse use;

  TokenIdentities(TokenStore tokens, TokenUse use) {
    this.tokens = tokens;
    this.use = use;
  }

  @Override
  public Class<TokenAuthenticationRequest> getRequestType() {
    return TokenAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      TokenAuthenticationRequest request, AuthenticationRequestContext context) {
    String hash = TokenText.hash(request.getToken().getToken());
    return context.runBlocking(
        () -> {
          Instant now = Instant.now();
          AccessToken token =
              tokens
                  .find(hash, now)
                  .orElseThrow(() -> new AuthenticationFailedException("token not known"));
          use.note(token, now);
          return QuarkusSecurityIdentity.builder()
              .setPrincipal(new QuarkusPrincipal(token.name()))
              .addRoles(token.permissions())
              .build();
        });
  }
}
