package io.entente.connector.testkit;

import io.entente.connector.spi.Connector;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.SortedMap;

/**
 * One gateway of its own, as a connector's tests provide it to the {@link ConnectorContract}. Used
 * by one thread.
 *
 * <p>On the gateway are foreign objects, at least one of them shared: {@link #desired} claims parts
 * of it. Closing ends the gateway and the connector.
 */
public interface ConnectorFixture extends AutoCloseable {

  /** The two versions of what is desired. */
  enum Version {
    FIRST,
    SECOND
  }

  Dialect dialect();

  /** The connector under test, writable; the same one at each call. */
  Connector connector();

  /** What others have on the gateway from the start; at least one object. */
  SortedMap<ObjectKey, NativeObject> foreign();

  /**
   * What is to be applied. From FIRST to SECOND there are at least 30 steps: objects made, changed
   * and removed, and a change to our part of a shared object. A gateway that is written as one
   * document has as many changes in it.
   */
  SortedMap<ObjectKey, NativeObject> desired(Version version);

  /** Changes an existing object inside our claims behind the connector's back. */
  void editOurs(ObjectKey key);

  /** Changes a shared foreign object outside our claims behind the connector's back. */
  void editForeign();

  /** From now on every read of the gateway fails. */
  void failReads();

  /** The next write reaches the gateway and takes effect, but its answer never arrives. */
  void loseNextAnswer();

  /** How many writes the gateway has taken, of whomever except this fixture's own edits. */
  long writes();

  @Override
  void close();
}
