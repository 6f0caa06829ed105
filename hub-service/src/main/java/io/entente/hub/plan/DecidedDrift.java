package io.entente.hub.plan;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.NodePath;
import io.entente.reconciliation.Adopted;
import io.entente.reconciliation.Adoption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What people decided about drift, as far as plans must know. Blocks. */
public interface DecidedDrift {

  /** Drift that nobody wants to hear of until then; a plan puts ours back all the same. */
  record Ignored(long id, ObjectKey key, NodePath path, String by, String reason, Instant until) {}

  /** Decisions in force that what others put inside our claims stays. */
  List<Adoption> adoptions(GatewayId gateway);

  /** Decisions in force that drift is not reported. */
  List<Ignored> ignored(GatewayId gateway);

  /** Notes that these act no longer, and tells the audit; one that has ended already is left. */
  void end(Connection connection, GatewayId gateway, List<Adopted.Ended> ended) throws SQLException;
}
