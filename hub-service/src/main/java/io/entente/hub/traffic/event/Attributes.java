package io.entente.hub.traffic.event;

/**
 * The one mapping table between a traffic event and attribute names. Names without our prefix are
 * those of the OpenTelemetry semantic conventions in the version given here.
 */
public final class Attributes {

  /** The pinned version of the semantic conventions. */
  public static final String SEMANTIC_CONVENTIONS = "1.41.1";

  /** CloudEvents type of one request. */
  public static final String TYPE = "io.entente.api.request.v1";

  /** CloudEvents dataschema: our schema, and the conventions its names follow. */
  public static final String DATA_SCHEMA =
      "urn:entente:schema:traffic-event:v1:semconv-" + SEMANTIC_CONVENTIONS;

  public static final String METHOD = "http.request.method";
  public static final String PATH = "url.path";
  public static final String SERVER_ADDRESS = "server.address";
  public static final String SERVER_PORT = "server.port";
  public static final String STATUS = "http.response.status_code";
  public static final String REQUEST_BYTES = "http.request.body.size";
  public static final String RESPONSE_BYTES = "http.response.body.size";
  public static final String CLIENT_ADDRESS = "client.address";
  public static final String TENANT = "entente.tenant";
  public static final String GATEWAY = "entente.gateway";
  public static final String NODE = "entente.node";
  public static final String OBSERVED_TIME = "entente.observed_time";
  public static final String API = "entente.api";
  public static final String ROUTE = "entente.route";
  public static final String CONSUMER = "entente.consumer";
  public static final String DECISION = "entente.decision";
  public static final String TRACE = "entente.trace_id";
  public static final String PROVENANCE = "entente.provenance";
  public static final String DURATION = "entente.duration_ns";
  public static final String UPSTREAM_DURATION = "entente.upstream_duration_ns";
  public static final String NOT_OBSERVABLE = "entente.not_observable";

  private Attributes() {}
}
