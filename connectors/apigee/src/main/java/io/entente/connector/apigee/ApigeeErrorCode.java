package io.entente.connector.apigee;

/** Codes of the problems this connector reports; stable for the life of the product. */
public final class ApigeeErrorCode {

  /** No connection, or it broke. */
  public static final String UNREACHABLE = "APIGEE_UNREACHABLE";

  /** No complete answer in time. */
  public static final String TIMEOUT = "APIGEE_TIMEOUT";

  /** Asked to slow down more often than we try. */
  public static final String THROTTLED = "APIGEE_THROTTLED";

  /** The management API failed with a 5xx. */
  public static final String SERVER_ERROR = "APIGEE_SERVER_ERROR";

  /** The stored credential cannot be read or is of a kind we do not take. */
  public static final String CREDENTIAL_INVALID = "APIGEE_CREDENTIAL_INVALID";

  /** The credential gives no access token. */
  public static final String TOKEN_REFUSED = "APIGEE_TOKEN_REFUSED";

  /** The access token is not accepted. */
  public static final String UNAUTHENTICATED = "APIGEE_UNAUTHENTICATED";

  /** The token lacks a right; Google says so of unknown organisations too. */
  public static final String FORBIDDEN = "APIGEE_FORBIDDEN";

  /** An answer that the management API does not give. */
  public static final String ANSWER_STRANGE = "APIGEE_ANSWER_STRANGE";

  /** An answer longer than we take in. */
  public static final String ANSWER_TOO_LARGE = "APIGEE_ANSWER_TOO_LARGE";

  /** Apigee does not take it as it is. */
  public static final String REFUSED = "APIGEE_REFUSED";

  /** It exists, or something stands against it, such as a base path in use. */
  public static final String CONFLICT = "APIGEE_CONFLICT";

  /** An object, or what it refers to, is not there. */
  public static final String NOT_FOUND = "APIGEE_NOT_FOUND";

  /** This connector does not write such objects, or this environment cannot hold them. */
  public static final String UNSUPPORTED = "APIGEE_UNSUPPORTED";

  /** A list leads back to a page already read. */
  public static final String PAGING_LOOP = "APIGEE_PAGING_LOOP";

  /** A list has more pages than we follow. */
  public static final String TOO_MANY_PAGES = "APIGEE_TOO_MANY_PAGES";

  /** A downloaded bundle is no archive we open. */
  public static final String BUNDLE_UNSAFE = "APIGEE_BUNDLE_UNSAFE";

  /** The object is no longer what the plan was made from. */
  public static final String OBJECT_MOVED = "APIGEE_OBJECT_MOVED";

  /** An object under a name of others would be written. */
  public static final String FOREIGN_OBJECT = "APIGEE_FOREIGN_OBJECT";

  /** A proxy is to be changed that is not deployed, or has no such revision. */
  public static final String NOT_DEPLOYED = "APIGEE_NOT_DEPLOYED";

  /** Apigee could not run a revision; the former one was put back. */
  public static final String DEPLOYMENT_FAILED = "APIGEE_DEPLOYMENT_FAILED";

  /** A shared flow is not ready where a hook shall call it. */
  public static final String FLOW_NOT_READY = "APIGEE_FLOW_NOT_READY";

  /** Bytes of a file to be written are not kept. */
  public static final String FILE_MISSING = "APIGEE_FILE_MISSING";

  /** A secret to be written cannot be had. */
  public static final String SECRET_UNRESOLVED = "APIGEE_SECRET_UNRESOLVED";

  /** A secret reference leads to another value than when the plan was made. */
  public static final String SECRET_CHANGED = "APIGEE_SECRET_CHANGED";

  /** A value that an earlier step was to give is not known. */
  public static final String VALUE_PENDING = "APIGEE_VALUE_PENDING";

  /** After a write the gateway holds something else than was written. */
  public static final String READ_BACK_DIFFERS = "APIGEE_READ_BACK_DIFFERS";

  /** Whether a write landed is not known. */
  public static final String WRITE_UNCERTAIN = "APIGEE_WRITE_UNCERTAIN";

  /** Another gateway of the same organisation writes for longer than we wait. */
  public static final String BUSY = "APIGEE_BUSY";

  /** The calling thread was interrupted. */
  public static final String INTERRUPTED = "APIGEE_INTERRUPTED";

  /** A fault in this connector. */
  public static final String FAULT = "APIGEE_CONNECTOR_FAULT";

  private ApigeeErrorCode() {}
}
