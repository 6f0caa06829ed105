package io.entente.simulator.apigee.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes bundles. */
public final class Zips {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** A proxy that serves a base path and answers by itself. */
  public static Zips proxy(String name, String basePath) {
    return new Zips()
        .with("apiproxy/" + name + ".xml", "<APIProxy name=\"" + name + "\"/>")
        .with(
            "apiproxy/proxies/default.xml",
            "<ProxyEndpoint name=\"default\"><HTTPProxyConnection><BasePath>"
                + basePath
                + "</BasePath></HTTPProxyConnection><RouteRule name=\"none\"/></ProxyEndpoint>");
  }

  /** A shared flow with these steps; each names a policy of the same name. */
  public static Zips flow(String name, String... policies) {
    StringBuilder steps = new StringBuilder();
    Zips zips =
        new Zips()
            .with("sharedflowbundle/" + name + ".xml", "<SharedFlowBundle name=\"" + name + "\"/>");
    for (String policy : policies) {
      steps.append("<Step><Name>").append(policy).append("</Name></Step>");
      zips.with(
          "sharedflowbundle/policies/" + policy + ".xml",
          "<AssignMessage name=\"" + policy + "\"/>");
    }
    return zips.with(
        "sharedflowbundle/sharedflows/default.xml",
        "<SharedFlow name=\"default\">" + steps + "</SharedFlow>");
  }

  public Zips with(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Zips with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  /** A policy of the proxy that calls a shared flow. */
  public Zips calling(String flow) {
    return with(
        "apiproxy/policies/call.xml",
        "<FlowCallout name=\"call\"><SharedFlowBundle>"
            + flow
            + "</SharedFlowBundle></FlowCallout>");
  }

  public byte[] zip() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
