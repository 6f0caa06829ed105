package io.entente.simulator.apigee.store;

import io.entente.simulator.apigee.OrganizationSpec;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** All organisations. Everything in them is touched under its lock only. */
public final class Estate {

  private final Map<String, Organization> organizations = new LinkedHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final InstantSource clock;

  public Estate(List<OrganizationSpec> specs, InstantSource clock) {
    this.clock = clock;
    specs.forEach(spec -> organizations.put(spec.name(), new Organization(spec, clock.millis())));
  }

  /** Epoch milliseconds. */
  public long now() {
    return clock.millis();
  }

  public Collection<Organization> organizations() {
    return organizations.values();
  }

  public Optional<Organization> organization(String name) {
    return Optional.ofNullable(organizations.get(name));
  }

  /** Does something under the lock. */
  public <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
