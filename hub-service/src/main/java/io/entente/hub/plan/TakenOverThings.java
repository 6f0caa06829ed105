package io.entente.hub.plan;

import io.entente.model.identity.GatewayId;
import io.entente.reconciliation.Takeover;
import java.util.List;

/** What policies took over of what others made, as far as plans must know. Blocks. */
public interface TakenOverThings {

  /** Those in force, in the order they were taken. */
  List<Takeover> of(GatewayId gateway);
}
