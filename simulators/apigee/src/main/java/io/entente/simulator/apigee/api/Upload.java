package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.bundle.Bundle;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Multipart;
import io.entente.simulator.apigee.http.Request;
import java.util.Locale;

/** The bundle in a body: a file of a form, or the body itself. */
final class Upload {

  private Upload() {}

  /**
   * Unpacked and checked.
   *
   * @throws Refusal when there is none or it is wrong
   */
  static Bundle of(Request request, BundleKind kind) {
    String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    byte[] zip;
    if (type.startsWith("multipart/form-data")) {
      zip =
          Multipart.file(request)
              .orElseThrow(() -> Refusal.invalid("the form has no field 'file'"));
    } else if (type.startsWith("application/octet-stream") || type.startsWith("application/zip")) {
      zip = request.body();
    } else {
      throw Refusal.invalid(
          "the content type must be multipart/form-data or application/octet-stream, not '"
              + type
              + "'");
    }
    return Bundle.read(kind, zip);
  }
}
