package io.entente.hub.plan;

import io.entente.connector.spi.Connector;
import io.entente.hub.estate.ForeignWriter;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.Policy;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.Takeover;
import io.entente.translator.Translator;
import java.util.List;
import java.util.SortedMap;

/** What planning and applying need to know of gateways and documents. Blocks. */
public interface GatewayEstate {

  /**
   * The gateway.
   *
   * @throws io.entente.model.problem.ProblemException GATEWAY_NOT_FOUND
   */
  Gateway gateway(GatewayId id);

  /** The APIs bound to the gateway. */
  List<Api> apis(GatewayId id);

  /** The current version of every policy of the tenant. */
  List<Policy> policies();

  /**
   * Translates for the gateway's vendor.
   *
   * @throws io.entente.model.problem.ProblemException VENDOR_NOT_TRANSLATED
   */
  Translator translator(GatewayId id);

  /** The open connector of the gateway; owned by the estate, never closed by the caller. */
  Connector connector(GatewayId id);

  /** What the last complete read of the gateway found; empty when there was none. */
  SortedMap<ObjectKey, NativeObject> lastObserved(GatewayId id);

  /** Decisions in force that what others put inside our claims stays. */
  List<Adoption> adoptions(GatewayId id);

  /** What others made there and policies took over. */
  List<Takeover> takeovers(GatewayId id);

  /** Who else writes to the gateway, as far as a read of it shows. */
  List<ForeignWriter> foreignWriters(GatewayId id, Snapshot observed);

  /** Reads the gateway now and keeps the outcome, whatever it is. */
  Snapshot refresh(GatewayId id);
}
