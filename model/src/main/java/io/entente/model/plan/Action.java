package io.entente.model.plan;

/** What a change does to an object. */
public enum Action {
  CREATE,
  UPDATE,
  DELETE
}
