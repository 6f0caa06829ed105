package io.entente.connector.apigee;

import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.PageSink;
import io.entente.connector.spi.ReadScope;
import io.entente.model.estate.Completeness;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads an environment and what of its organisation belongs to it. */
final class ApigeeInventoryReader implements InventoryReader {

  private static final Set<String> PROXY_KINDS =
      Set.of(ApigeeKinds.APIS, ApigeeKinds.API_METADATA, ApigeeKinds.PROXY_ENDPOINTS);
  private static final Set<String> FLOW_KINDS =
      Set.of(
          ApigeeKinds.SHAREDFLOWS,
          ApigeeKinds.SHAREDFLOW_METADATA,
          ApigeeKinds.SHAREDFLOW_DEPLOYMENTS);

  private final OrganizationRead organization;
  private final EnvironmentRead environment;
  private final BundleRead proxies;
  private final BundleRead flows;

  ApigeeInventoryReader(
      OrganizationRead organization,
      EnvironmentRead environment,
      BundleRead proxies,
      BundleRead flows) {
    this.organization = organization;
    this.environment = environment;
    this.proxies = proxies;
    this.flows = flows;
  }

  @Override
  public Completeness read(ReadScope scope, PageSink sink) {
    return new InventoryRead(object -> inScope(scope, object.key().kind()), sink).run(jobs(scope));
  }

  private List<Part.Job> jobs(ReadScope scope) {
    var jobs = new ArrayList<Part.Job>();
    add(jobs, scope, PROXY_KINDS, proxies::all);
    add(jobs, scope, FLOW_KINDS, flows::all);
    add(jobs, scope, Set.of(ApigeeKinds.ORGANIZATIONS), organization::organization);
    add(jobs, scope, Set.of(ApigeeKinds.ENVIRONMENTS), environment::environment);
    add(jobs, scope, Set.of(ApigeeKinds.ENVGROUPS), organization::environmentGroups);
    add(jobs, scope, Set.of(ApigeeKinds.TARGETSERVERS), environment::targetServers);
    add(jobs, scope, Set.of(ApigeeKinds.APIPRODUCTS), organization::products);
    add(jobs, scope, Set.of(ApigeeKinds.DEVELOPERS), organization::developers);
    add(jobs, scope, Set.of(ApigeeKinds.APPS), organization::apps);
    add(jobs, scope, Set.of(ApigeeKinds.KEYVALUEMAPS), environment::keyValueMaps);
    add(jobs, scope, Set.of(ApigeeKinds.RESOURCEFILES), environment::resourceFiles);
    if (inScope(scope, ApigeeKinds.FLOWHOOKS)) {
      jobs.addAll(environment.hooks());
    }
    return jobs;
  }

  private static void add(List<Part.Job> jobs, ReadScope scope, Set<String> kinds, Part.Job job) {
    if (kinds.stream().anyMatch(kind -> inScope(scope, kind))) {
      jobs.add(job);
    }
  }

  private static boolean inScope(ReadScope scope, String kind) {
    return !(scope instanceof ReadScope.Kinds kinds) || kinds.kinds().contains(kind);
  }
}
