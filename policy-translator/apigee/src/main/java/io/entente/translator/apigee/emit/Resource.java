package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.nativeobject.Hash;
import io.entente.translator.Stated;
import io.entente.translator.apigee.dialect.ApigeeNames;

/**
 * A file that a policy names beside its own. Its name is that of its content, so that the routes of
 * a bundle share one, and a policy that names it is another one once the content is.
 *
 * @param type the folder it lies in, and what its address begins with: {@code graphql}
 * @param name with the extension that Apigee asks for
 */
public record Resource(String type, String name, String text) {

  private static final int DIGITS = 32;

  static Resource of(String type, String extension, String text) {
    String content = Hash.ofText(text).hex().substring(0, DIGITS);
    return new Resource(type, ApigeeNames.PREFIX + content + "." + extension, text);
  }

  /** What is not documented of one in a shared flow. */
  static Deviation inSharedFlow(Stated stated, String what) {
    return stated.different(
        "resource-in-shared-flow",
        "1 resource, the %s, lies in a shared flow of ours: its revisions list resources, and the policy's own page shows one in a proxy only"
            .formatted(what),
        "None needed: where an environment does not take it, deploying says so and the revision"
            + " before stays.");
  }

  /** As policies name it. */
  public String address() {
    return type + "://" + name;
  }

  /**
   * @param root of the bundle: {@code apiproxy}
   */
  public String file(String root) {
    return root + "/resources/" + type + "/" + name;
  }
}
