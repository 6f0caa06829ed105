package io.entente.translator.apigee.reverse;

/** Reads native policies of one type. Stateless. */
interface PolicyReader {

  /** Name of the root element. */
  String type();

  /**
   * @throws Unsaid no policy says it
   */
  Meaning read(PolicyElement policy, Run run) throws Unsaid;
}
