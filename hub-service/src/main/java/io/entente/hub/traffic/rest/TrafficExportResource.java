package io.entente.hub.traffic.rest;

import io.entente.hub.traffic.export.EventExport;
import io.entente.hub.traffic.export.ExportFormat;
import io.entente.hub.traffic.store.EventPlace;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Requests one by one as a file. */
@Path("/api/traffic/export")
@RolesAllowed("traffic:read")
@Blocking
public class TrafficExportResource {

  private static final int MOST = 1_000_000;

  private final EventExport export;
  private final Tenant tenant;

  TrafficExportResource(EventExport export, Tenant tenant) {
    this.export = export;
    this.tenant = tenant;
  }

  @GET
  @Produces({"text/csv", "application/vnd.apache.parquet", MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Export requests as CSV or Parquet",
      description =
          "The newest first, at most 'rows' of them. x-entente-rows says how many the file holds;"
              + " where it was cut off, x-entente-next is the cursor of what follows. 'limit' has"
              + " no meaning here.")
  public Response export(
      @BeanParam TrafficParameters parameters,
      @BeanParam EventParameters chosen,
      @QueryParam("format") @DefaultValue("csv") String format,
      @QueryParam("rows") @DefaultValue("100000") String rows) {
    var query = parameters.query(tenant, Instant.now());
    var checked = chosen.checked();
    ExportFormat as = ExportFormat.of(format).orElseThrow(() -> unknown(format));
    int most = TrafficResource.number("rows", rows, 1, MOST);
    var file = export.make(query, checked.filter(), checked.after(), most, as);
    var answer =
        Response.ok(file.content(), as.mediaType())
            .header("Content-Disposition", "attachment; filename=\"traffic." + as.suffix() + '"')
            .header("Content-Length", file.bytes())
            .header("x-entente-rows", file.rows());
    file.next().map(EventPlace::text).ifPresent(next -> answer.header("x-entente-next", next));
    return answer.build();
  }

  private static ProblemException unknown(String format) {
    return new ProblemException(
        Problem.user(
            "TRAFFIC_FORMAT_UNKNOWN",
            "traffic cannot be exported as '" + format + "'",
            "format",
            format,
            "Use csv or parquet."));
  }
}
