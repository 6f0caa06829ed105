package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.EvidenceGrade;

/**
 * What the claims about each construct rest on. JUDGED: Envoy 1.40.0 itself takes the document and
 * does so to requests in the tests. DOCUMENTED: read in Envoy's documents only.
 */
enum Evidence {
  TOKEN_BUCKET(EvidenceGrade.JUDGED),
  ROUTE_KEY(EvidenceGrade.JUDGED),
  CLIENT_IP_KEY(EvidenceGrade.JUDGED),
  HEADER_KEY(EvidenceGrade.JUDGED),
  MISSING_KEY(EvidenceGrade.JUDGED),
  ENFORCED(EvidenceGrade.JUDGED),
  HEADER_EDIT(EvidenceGrade.JUDGED),
  ROUTER_HEADER(EvidenceGrade.DOCUMENTED),
  OBSERVED_HEADERS(EvidenceGrade.DOCUMENTED),
  ADDRESS_RANGE(EvidenceGrade.JUDGED),
  OBSERVED_ADDRESS(EvidenceGrade.JUDGED),
  AGENT(EvidenceGrade.JUDGED),
  ORIGIN(EvidenceGrade.JUDGED),
  OBSERVED_ORIGIN(EvidenceGrade.JUDGED),
  SPREAD(EvidenceGrade.JUDGED),
  BLOCK(EvidenceGrade.JUDGED),
  OBSERVED_BLOCK(EvidenceGrade.JUDGED),
  BODY_SIZE(EvidenceGrade.JUDGED),
  OBSERVED_SIZE(EvidenceGrade.DOCUMENTED),
  REQUEST_ID(EvidenceGrade.JUDGED),
  OBSERVED_ID(EvidenceGrade.DOCUMENTED),
  TOKEN(EvidenceGrade.JUDGED),
  CALLER(EvidenceGrade.JUDGED),
  REMOTE_KEYS(EvidenceGrade.JUDGED),
  OBSERVED_TOKEN(EvidenceGrade.DOCUMENTED),
  CREDENTIAL_STORE(EvidenceGrade.DOCUMENTED),
  PAYLOAD(EvidenceGrade.DOCUMENTED),
  ANSWER_STORE(EvidenceGrade.DOCUMENTED),
  NO_FILTER(EvidenceGrade.DOCUMENTED),
  PERIOD(EvidenceGrade.DOCUMENTED),
  LOG_OMISSION(EvidenceGrade.DOCUMENTED),
  LOG_DELAY(EvidenceGrade.DOCUMENTED),
  LOG_RECORDING(EvidenceGrade.JUDGED),
  UPSTREAM_TIME(EvidenceGrade.JUDGED),
  SENT_AGAIN(EvidenceGrade.JUDGED),
  EJECTION(EvidenceGrade.JUDGED),
  UNDER_WAY(EvidenceGrade.JUDGED),
  OBSERVED_UPSTREAM(EvidenceGrade.DOCUMENTED);

  private final EvidenceGrade grade;

  Evidence(EvidenceGrade grade) {
    this.grade = grade;
  }

  EvidenceGrade grade() {
    return grade;
  }
}
