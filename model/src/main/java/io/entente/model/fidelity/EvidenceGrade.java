package io.entente.model.fidelity;

/** What a statement rests on, strongest first. */
public enum EvidenceGrade {
  /** Measured on this very gateway. */
  LIVE,
  /** Recorded from a real product. */
  RECORDED,
  /** Judged by a third party: the vendor's own program or schema. */
  JUDGED,
  /** Seen on our simulator. */
  SIMULATED,
  /** Read in the vendor's documents. */
  DOCUMENTED
}
