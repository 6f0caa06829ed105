package io.entente.hub.preview;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Previews of policies that are being written; nothing is stored. */
@Path("/api/policies/preview")
@Blocking
public class PreviewResource {

  private final Previews previews;
  private final PreviewSlots slots;

  PreviewResource(Previews previews, PreviewSlots slots) {
    this.previews = previews;
    this.slots = slots;
  }

  /**
   * What the policies would come to on each gateway; needs plans:read as well. Answers 429 when too
   * many previews are asked for at once.
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed("policies:read")
  public PolicyPreview preview(byte[] request, @Context SecurityContext caller) {
    if (!caller.isUserInRole("plans:read")) {
      throw new ForbiddenException("a preview shows what a plan would; plans:read is lacking");
    }
    return slots.run(caller.getUserPrincipal().getName(), () -> previews.of(request));
  }
}
