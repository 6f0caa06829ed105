package io.entente.connector.kong;

/** Codes of the problems this connector reports; stable for the life of the product. */
public final class KongErrorCode {

  /** No connection, or it broke. */
  public static final String UNREACHABLE = "KONG_UNREACHABLE";

  /** No complete answer in time. */
  public static final String TIMEOUT = "KONG_TIMEOUT";

  /** Asked to slow down more often than we try. */
  public static final String THROTTLED = "KONG_THROTTLED";

  /** The Admin API failed with a 5xx. */
  public static final String SERVER_ERROR = "KONG_SERVER_ERROR";

  /** The Admin API wants a credential, or another one. */
  public static final String UNAUTHENTICATED = "KONG_UNAUTHENTICATED";

  /** What was stored for the Admin API is gone. */
  public static final String CREDENTIAL_MISSING = "KONG_CREDENTIAL_MISSING";

  /** Who the credential stands for may not do it. */
  public static final String FORBIDDEN = "KONG_FORBIDDEN";

  /** An answer that Kong's Admin API does not give. */
  public static final String ANSWER_STRANGE = "KONG_ANSWER_STRANGE";

  /** An answer longer than we take in. */
  public static final String ANSWER_TOO_LARGE = "KONG_ANSWER_TOO_LARGE";

  /** What answers is not a Kong Gateway. */
  public static final String NOT_KONG = "KONG_NOT_KONG";

  /** The entity or document does not fit Kong's schema. */
  public static final String REFUSED = "KONG_REFUSED";

  /** A unique value or scope is taken. */
  public static final String CONFLICT = "KONG_CONFLICT";

  /** An entity, or what it refers to, is not there. */
  public static final String NOT_FOUND = "KONG_NOT_FOUND";

  /** This node or edition does not do it, such as writing entities without database. */
  public static final String UNSUPPORTED = "KONG_UNSUPPORTED";

  /** A list leads back to a page already read. */
  public static final String PAGING_LOOP = "KONG_PAGING_LOOP";

  /** A list has more pages than we follow. */
  public static final String TOO_MANY_PAGES = "KONG_TOO_MANY_PAGES";

  /** The entity is no longer what the plan was made from. */
  public static final String ENTITY_MOVED = "KONG_ENTITY_MOVED";

  /** An entity with the id of ours is there and is not marked as ours. */
  public static final String FOREIGN_ENTITY = "KONG_FOREIGN_ENTITY";

  /** A plugin without route, service or consumer would act on everything. */
  public static final String PLUGIN_WITHOUT_SCOPE = "KONG_PLUGIN_WITHOUT_SCOPE";

  /** A secret to be written cannot be had. */
  public static final String SECRET_UNRESOLVED = "KONG_SECRET_UNRESOLVED";

  /** A secret reference leads to another value than when the plan was made. */
  public static final String SECRET_CHANGED = "KONG_SECRET_CHANGED";

  /** A value that an earlier step was to give is not known. */
  public static final String VALUE_PENDING = "KONG_VALUE_PENDING";

  /** After a write the gateway holds something else than was written. */
  public static final String READ_BACK_DIFFERS = "KONG_READ_BACK_DIFFERS";

  /** Whether a write landed is not known. */
  public static final String WRITE_UNCERTAIN = "KONG_WRITE_UNCERTAIN";

  /** Another controller owns the document and would overwrite ours. */
  public static final String FOREIGN_CONTROLLER = "KONG_FOREIGN_CONTROLLER";

  /** The calling thread was interrupted. */
  public static final String INTERRUPTED = "KONG_INTERRUPTED";

  /** A fault in this connector. */
  public static final String FAULT = "KONG_CONNECTOR_FAULT";

  private KongErrorCode() {}
}
