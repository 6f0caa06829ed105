package io.entente.translator.apigee.dialect;

import io.entente.model.plan.ApplyDomain;
import java.util.List;

/** Kinds of native object of an Apigee environment and its organisation. */
public final class ApigeeKinds {

  public static final String ORGANIZATIONS = "organizations";
  public static final String ENVIRONMENTS = "environments";
  public static final String ENVGROUPS = "envgroups";
  public static final String TARGETSERVERS = "targetservers";
  public static final String APIPRODUCTS = "apiproducts";
  public static final String DEVELOPERS = "developers";
  public static final String APPS = "apps";
  public static final String KEYVALUEMAPS = "keyvaluemaps";
  public static final String RESOURCEFILES = "resourcefiles";

  /** Files: the bundle that is deployed in the environment. */
  public static final String APIS = "apis";

  /** What the organisation says of a proxy beside its bundle. */
  public static final String API_METADATA = "api_metadata";

  /** What is read out of a deployed bundle, one object an endpoint. */
  public static final String PROXY_ENDPOINTS = "proxy_endpoints";

  /** Files: of ours the latest revision's bundle, of others the deployed one. */
  public static final String SHAREDFLOWS = "sharedflows";

  public static final String SHAREDFLOW_METADATA = "sharedflow_metadata";

  /** Which revision of a shared flow the environment runs. */
  public static final String SHAREDFLOW_DEPLOYMENTS = "sharedflow_deployments";

  public static final String FLOWHOOKS = "flowhooks";

  /** The output of a step on {@link #SHAREDFLOWS}: the number of the revision it made. */
  public static final String REVISION = "revision";

  /** Imports, deployments, deletions. */
  public static final ApplyDomain ORGANIZATION = new ApplyDomain("organization");

  /** Flow hooks. */
  public static final ApplyDomain ENVIRONMENT = new ApplyDomain("environment");

  /** What is needed comes before what needs it. */
  static final List<String> NEEDED_FIRST =
      List.of(TARGETSERVERS, SHAREDFLOWS, SHAREDFLOW_DEPLOYMENTS, APIS);

  private ApigeeKinds() {}
}
