package io.entente.simulator.apigee.store;

/** Entities of an organisation that have no revisions. */
public enum EntityKind {
  API_PRODUCT,
  DEVELOPER,
  APP,
  KEY_VALUE_MAP
}
