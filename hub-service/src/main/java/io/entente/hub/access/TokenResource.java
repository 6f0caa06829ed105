package io.entente.hub.access;

import io.entente.hub.audit.Audit;
import io.entente.hub.audit.AuditEntry;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tokens: made, listed and removed by who holds tokens:admin. */
@Path("/api/tokens")
@Blocking
@RolesAllowed("tokens:admin")
public class TokenResource {

  private final TokenStore tokens;
  private final Audit audit;

  TokenResource(TokenStore tokens, Audit audit) {
    this.tokens = tokens;
    this.audit = audit;
  }

  /** What a caller asks for. */
  public record NewToken(
      @NotNull String name, @NotNull Set<String> permissions, Optional<Instant> expiresAt) {}

  /** The answer that holds the token; it is not shown again. */
  public record MadeToken(String name, String token) {}

  @GET
  public List<AccessToken> list() {
    return tokens.list();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  public MadeToken make(@NotNull @Valid NewToken wanted, @Context SecurityContext caller) {
    AccessToken token = check(wanted);
    String text = TokenText.generate();
    boolean added =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  boolean done = tokens.add(token, TokenText.hash(text));
                  if (done) {
                    record(caller, "token.make", token.name(), detail(token));
                  }
                  return done;
                });
    if (!added) {
      throw new ProblemException(
          Problem.user(
              "TOKEN_NAME_CONFLICT",
              "There is a token of this name",
              "name",
              wanted.name(),
              "Choose another name, or delete that token."));
    }
    return new MadeToken(token.name(), text);
  }

  @DELETE
  @Path("/{name}")
  public void remove(@PathParam("name") String name, @Context SecurityContext caller) {
    boolean removed =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  boolean done = tokens.remove(name);
                  if (done) {
                    record(caller, "token.delete", name, Node.obj());
                  }
                  return done;
                });
    if (!removed) {
      throw new ProblemException(
          Problem.user(
              "TOKEN_NOT_FOUND", "There is no such token", "name", name, "List them with GET."));
    }
  }

  private void record(SecurityContext caller, String action, String name, Node detail) {
    String actor = caller.getUserPrincipal().getName();
    audit.record(new AuditEntry(actor, action, "token/" + name, detail));
  }

  private static Node detail(AccessToken token) {
    return Node.obj(
        Map.of(
            "permissions", Node.text(String.join(" ", token.permissions())),
            "expiresAt", Node.text(token.expiresAt().map(Instant::toString).orElse("never"))));
  }

  private static AccessToken check(NewToken wanted) {
    try {
      return new AccessToken(
          wanted.name(), new TreeSet<>(wanted.permissions()), Instant.now(), wanted.expiresAt());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Problem.user("INVALID_VALUE", String.valueOf(e.getMessage()), "body", "Correct it."));
    }
  }
}
