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

  static final String METHOD = "http.request.method";
  static final String PATH = "url.path";
  static final String SERVER_ADDRESS = "server.address";
  static final String SERVER_PORT = "server.port";
  static final String STATUS = "http.response.status_code";
  static final String REQUEST_BYTES = "http.request.body.size";
  static final String RESPONSE_BYTES = "http.response.body.size";
  static final String CLIENT_ADDRESS = "client.address";
  static final String TENANT = "entente.tenant";
  static final String GATEWAY = "entente.gateway";
  static final String NODE = "entente.node";
  static final String OBSERVED_TIME = "entente.observed_time";
  static final String API = "entente.api";
  static final String ROUTE = "entente.route";
  static final String CONSUMER = "entente.consumer";
  static final String DECISION = "entente.decision";
  static final String TRACE = "entente.trace_id";
  static final String PROVENANCE = "entente.provenance";
  static final String DURATION = "entente.duration_ns";
  static final String UPSTREAM_DURATION = "entente.upstream_duration_ns";
  static final String NOT_OBSERVABLE = "entente.not_observable";

  private Attributes() {}
}
