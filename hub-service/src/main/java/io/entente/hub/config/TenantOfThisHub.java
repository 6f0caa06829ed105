package io.entente.hub.config;

import io.entente.model.identity.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one tenant of this process, for whoever writes or reads its rows. */
@ApplicationScoped
class TenantOfThisHub {

  @Produces
  @Singleton
  Tenant tenant(HubConfig config) {
    return new Tenant(config.tenant());
  }
}
