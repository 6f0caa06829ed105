package io.entente.simulator.apigee.proxy.exchange;

import io.entente.simulator.apigee.proxy.message.Message;
import io.entente.simulator.apigee.proxy.template.Json;

/**
 * What went wrong.
 *
 * @param code of the answer, such as {@code steps.raisefault.RaiseFault}
 * @param text for people
 * @param status of the answer
 * @param category {@code Step} or {@code Messaging}
 * @param answer the message that goes to the client unless fault rules change it
 */
public record Fault(String code, String text, int status, String category, Message answer) {

  /** A fault of a policy, answered the default way. */
  public static Fault step(int status, String code, String text) {
    return new Fault(code, text, status, "Step", answer(status, code, text));
  }

  /** A fault of the transport or the runtime, answered the default way. */
  public static Fault messaging(int status, String code, String text) {
    return new Fault(code, text, status, "Messaging", answer(status, code, text));
  }

  /** The last part of the code. */
  public String name() {
    return code.substring(code.lastIndexOf('.') + 1);
  }

  /** The answer clients get by default. */
  public static Message answer(int status, String code, String text) {
    Message answer = Message.response(status);
    answer.headers().set("Content-Type", "application/json");
    return answer.content(
        "{\"fault\":{\"faultstring\":"
            + Json.string(text)
            + ",\"detail\":{\"errorcode\":"
            + Json.string(code)
            + "}}}");
  }
}
