package io.entente.hub.estate;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Applies documents of every kind, YAML or JSON, several at once. */
@Path("/api/documents")
@Blocking
public class DocumentsResource {
  private final DocumentIntake intake;

  public DocumentsResource(DocumentIntake intake) {
    this.intake = intake;
  }

  /** Stores all documents or none; needs the permission of every kind the request holds. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({"gateways:write", "apis:write", "policies:write"})
  public List<AppliedDocument> apply(
      byte[] request, @QueryParam("dryRun") boolean dryRun, @Context SecurityContext caller) {
    return intake.apply(request, caller.getUserPrincipal().getName(), caller::isUserInRole, dryRun);
  }
}
