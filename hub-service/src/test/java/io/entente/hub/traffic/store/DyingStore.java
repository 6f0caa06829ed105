package io.entente.hub.traffic.store;

import java.sql.SQLException;
import java.util.Random;

/** A store whose process seems to die now and then, just before or just after a commit. */
public final class DyingStore extends DuckDbTrafficStore {

  private final Random random;

  private DyingStore(DuckDbSettings settings, Random random) {
    super(settings);
    this.random = random;
  }

  public static TrafficStore open(DuckDbSettings settings, Random random) {
    return new DyingStore(settings, random);
  }

  @Override
  void commit() throws SQLException {
    var chance = random.nextInt(4);
    if (chance == 0) {
      throw new IllegalStateException("died before the commit");
    }
    super.commit();
    if (chance == 1) {
      throw new IllegalStateException("died after the commit");
    }
  }
}
