package io.entente.translator.kong.emit;

import io.entente.model.fidelity.EvidenceGrade;

/**
 * What the claims about each construct rest on. RECORDED: seen on a real Kong 3.9.1 and written
 * down. JUDGED: fits Kong's own schema. DOCUMENTED: read in Kong's documents only. LIVE: the
 * gateway itself says so.
 */
public enum Evidence {
  NODE_PLUGINS(EvidenceGrade.LIVE),
  SCOPES(EvidenceGrade.RECORDED),
  /** By the schema of the plugin, which takes no consumer. */
  NO_CONSUMER_SCOPE(EvidenceGrade.JUDGED),
  OBSERVE(EvidenceGrade.DOCUMENTED),
  SHORT_WINDOW(EvidenceGrade.RECORDED),
  LONG_WINDOW(EvidenceGrade.DOCUMENTED),
  LIMIT(EvidenceGrade.RECORDED),
  ROUTE_KEY(EvidenceGrade.DOCUMENTED),
  CLIENT_IP_KEY(EvidenceGrade.RECORDED),
  HEADER_KEY(EvidenceGrade.RECORDED),
  MISSING_KEY(EvidenceGrade.RECORDED),
  HEADER_EDIT(EvidenceGrade.RECORDED),
  HEADER_SYNTAX(EvidenceGrade.DOCUMENTED),
  GATEWAY_HEADER(EvidenceGrade.DOCUMENTED),
  ADDRESS_LIST(EvidenceGrade.RECORDED),
  CROSS_ORIGIN(EvidenceGrade.RECORDED),
  CROSS_ORIGIN_METHOD(EvidenceGrade.DOCUMENTED),
  FIXED_ANSWER(EvidenceGrade.RECORDED),
  ANSWERED_BEFORE(EvidenceGrade.DOCUMENTED),
  CHARSET(EvidenceGrade.DOCUMENTED),
  EMPTY_TEXT(EvidenceGrade.DOCUMENTED),
  BODY_SIZE(EvidenceGrade.RECORDED),
  CORRELATION_ID(EvidenceGrade.RECORDED),
  LOG_QUEUE(EvidenceGrade.RECORDED),
  /** That who is allowed is not denied, and who is not passes. */
  AGENT(EvidenceGrade.RECORDED),
  AGENT_PATTERN(EvidenceGrade.JUDGED),
  PASSWORD(EvidenceGrade.RECORDED),
  CONSUMER_GROUP(EvidenceGrade.RECORDED),
  LOG_FIELD(EvidenceGrade.RECORDED),
  LOG_QUERY(EvidenceGrade.DOCUMENTED),
  API_KEY(EvidenceGrade.RECORDED),
  STORED_ANSWER(EvidenceGrade.RECORDED),
  ANSWER_KEY(EvidenceGrade.DOCUMENTED),
  TOKENS(EvidenceGrade.RECORDED),
  /** That nothing does it, as far as the list of plugins goes. */
  NO_PLUGIN(EvidenceGrade.DOCUMENTED),
  TOKENS_UNSEEN(EvidenceGrade.DOCUMENTED),
  PAYLOADS_UNSEEN(EvidenceGrade.DOCUMENTED),
  UPSTREAM_TIME(EvidenceGrade.RECORDED),
  SENT_AGAIN(EvidenceGrade.RECORDED),
  BREAKER(EvidenceGrade.DOCUMENTED),
  UPSTREAM_UNSEEN(EvidenceGrade.DOCUMENTED),
  /** Only that the documents fit the schema of Kong Gateway 3.15; nothing was seen at work. */
  ENTERPRISE_SCHEMA(EvidenceGrade.JUDGED);

  private final EvidenceGrade grade;

  Evidence(EvidenceGrade grade) {
    this.grade = grade;
  }

  public EvidenceGrade grade() {
    return grade;
  }
}
