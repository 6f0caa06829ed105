package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.deploy.DeploymentView;
import io.entente.simulator.apigee.stats.FactStore;
import io.entente.simulator.apigee.store.Estate;
import java.util.ArrayList;
import java.util.List;

/** All sections. */
public final class Sections {

  private Sections() {}

  /** The methods of all of them. */
  public static Endpoints endpoints(
      Estate estate,
      Deployer deployer,
      ImportedBundles imported,
      FactStore facts,
      Quota analyticsQuota) {
    DeploymentView view = new DeploymentView(estate, deployer);
    List<Section> sections =
        new ArrayList<>(
            List.of(
                new OrganizationSection(),
                new EnvironmentSection(),
                new GroupSection(deployer),
                new InstanceSection(),
                new DeploymentListSection(view),
                new FlowHookSection(deployer),
                new TargetServerSection(deployer),
                new ApiProductSection(deployer),
                new DeveloperSection(deployer),
                new AppSection(deployer),
                new KeyValueMapSection(),
                new ResourceFileSection(),
                new OperationSection(),
                new StatsSection(facts, analyticsQuota)));
    for (BundleKind kind : BundleKind.values()) {
      sections.add(new AssetSection(kind, imported));
      sections.add(new RevisionSection(kind));
      sections.add(new DeploymentSection(kind, deployer, view));
    }
    Endpoints endpoints = new Endpoints();
    sections.forEach(section -> section.serve(endpoints));
    return endpoints;
  }
}
