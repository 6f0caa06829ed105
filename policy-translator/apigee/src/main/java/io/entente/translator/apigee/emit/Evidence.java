package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.EvidenceGrade;

/**
 * What the claims about each construct rest on. LIVE: the environment itself says so. DOCUMENTED:
 * read in Apigee's documents only. Form is judged by others in the tests; what a policy does is
 * not, so nothing here is better than documented.
 */
public enum Evidence {
  ENVIRONMENT(EvidenceGrade.LIVE),
  FOREIGN_POLICY(EvidenceGrade.LIVE),
  REQUEST_LENGTH(EvidenceGrade.DOCUMENTED),
  OWN_ANSWER(EvidenceGrade.DOCUMENTED),
  REQUEST_ID(EvidenceGrade.DOCUMENTED),
  ANSWER_STORE(EvidenceGrade.DOCUMENTED),
  OBSERVE(EvidenceGrade.DOCUMENTED),
  QUOTA(EvidenceGrade.DOCUMENTED),
  SPIKE_ARREST(EvidenceGrade.DOCUMENTED),
  MISSING_KEY(EvidenceGrade.DOCUMENTED),
  HEADER_EDIT(EvidenceGrade.DOCUMENTED),
  HEADER_SYNTAX(EvidenceGrade.DOCUMENTED),
  KEY_STORE(EvidenceGrade.DOCUMENTED),
  CALLER(EvidenceGrade.DOCUMENTED),
  SIGNED_TOKEN(EvidenceGrade.DOCUMENTED),
  PAYLOAD(EvidenceGrade.DOCUMENTED),
  ADDRESS_RULES(EvidenceGrade.DOCUMENTED),
  AGENT(EvidenceGrade.DOCUMENTED),
  CROSS_ORIGIN(EvidenceGrade.DOCUMENTED),
  MESSAGE_LOG(EvidenceGrade.DOCUMENTED),
  UPSTREAM(EvidenceGrade.DOCUMENTED),
  ASKED_TOKEN(EvidenceGrade.DOCUMENTED),
  OPERATION(EvidenceGrade.DOCUMENTED),
  DESCRIBED(EvidenceGrade.DOCUMENTED),
  BEFORE_POLICIES(EvidenceGrade.DOCUMENTED);

  private final EvidenceGrade grade;

  Evidence(EvidenceGrade grade) {
    this.grade = grade;
  }

  public EvidenceGrade grade() {
    return grade;
  }
}
