package io.entente.simulator.kong.admin;

import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.entity.Key;
import io.entente.simulator.kong.entity.Refusal;

/** Refuses to write single entities where there is no database. */
record WriteGuard(Database database) {

  void beforeCreate(EntityType type) {
    refuse("create", type, "");
  }

  void beforeReplace(EntityType type, Key key) {
    refuse("create or update", type, by(key));
  }

  void beforeChange(EntityType type, Key key) {
    refuse("update", type, by(key));
  }

  void beforeDelete(EntityType type, Key key) {
    refuse("remove", type, by(key));
  }

  private static String by(Key key) {
    return key.isId() ? "" : " by '" + key.field() + "'";
  }

  private void refuse(String verb, EntityType type, String by) {
    if (database == Database.OFF) {
      throw Refusal.unsupported(
          "cannot " + verb + " '" + type.name() + "' entities" + by + " when not using a database");
    }
  }
}
