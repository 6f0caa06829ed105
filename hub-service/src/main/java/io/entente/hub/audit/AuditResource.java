package io.entente.hub.audit;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The record of who did what. */
@Path("/api/audit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AuditResource {
  private static final int MAX_LIMIT = 500;

  private final AuditStore store;

  public AuditResource(AuditStore store) {
    this.store = store;
  }

  /**
   * Newest first, of those asked for; pass the last number seen as {@code before} for the next
   * page.
   */
  @GET
  @RolesAllowed("audit:read")
  public List<AuditRecord> page(
      @QueryParam("actor") @DefaultValue("") String actor,
      @QueryParam("action") @DefaultValue("") String action,
      @QueryParam("subject") @DefaultValue("") String subject,
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("before") @DefaultValue("9223372036854775807") long before,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new ProblemException(
          Problem.user(
              "LIMIT_OUT_OF_RANGE",
              "A page has 1 to " + MAX_LIMIT + " records.",
              "limit",
              Integer.toString(limit),
              "Ask for at most " + MAX_LIMIT + " and page with 'before'."));
    }
    return store.page(AuditFilter.of(actor, action, subject, from, to), before, limit);
  }

  @GET
  @Path("/verify")
  @RolesAllowed("audit:read")
  public AuditVerdict verify() {
    return store.verify();
  }
}
