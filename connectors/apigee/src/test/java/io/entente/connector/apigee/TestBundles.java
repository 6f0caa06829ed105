package io.entente.connector.apigee;

import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.Hash;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small bundles that Apigee would take. */
final class TestBundles {

  private TestBundles() {}

  /** A proxy of others with a policy of theirs in its PreFlow. */
  static SortedMap<String, Blob> proxy(String name, String note) {
    var files = new TreeMap<String, Blob>();
    files.put(
        "apiproxy/" + name + ".xml",
        Blob.ofText(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<APIProxy revision=\"1\" name=\""
                + name
                + "\">\n    <CreatedAt>1</CreatedAt>\n    <Description>"
                + note
                + "</Description>\n</APIProxy>\n"));
    files.put("apiproxy/policies/Add-Header.xml", header("Add-Header", "x-team", note));
    files.put(
        "apiproxy/proxies/default.xml",
        Blob.ofText(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- written by hand -->
            <ProxyEndpoint name="default">
              <PreFlow name="PreFlow">
                <Request>
                  <Step><Name>Add-Header</Name></Step>
                </Request>
                <Response/>
              </PreFlow>
              <HTTPProxyConnection><BasePath>/%s</BasePath></HTTPProxyConnection>
              <RouteRule name="noroute"/>
            </ProxyEndpoint>
            """
                .formatted(name)));
    files.put("apiproxy/resources/jsc/tool.js", Blob.ofText("// " + note + "\n"));
    return files;
  }

  /** A shared flow with one policy that sets a header. */
  static SortedMap<String, Blob> flow(String name, String note) {
    return flow(name, name + "-mark", header(name + "-mark", "x-" + name, note));
  }

  static SortedMap<String, Blob> flow(String name, String policy, Blob text) {
    var files = new TreeMap<String, Blob>();
    files.put(
        "sharedflowbundle/" + name + ".xml",
        Blob.ofText("<SharedFlowBundle name=\"" + name + "\"/>"));
    files.put("sharedflowbundle/policies/" + policy + ".xml", text);
    files.put(
        "sharedflowbundle/sharedflows/default.xml",
        Blob.ofText(
            "<SharedFlow name=\"default\">\n  <Step><Name>"
                + policy
                + "</Name></Step>\n</SharedFlow>\n"));
    return files;
  }

  /** A policy that sets a request header. */
  static Blob header(String policy, String header, String value) {
    return Blob.ofText(
        "<AssignMessage name=\""
            + policy
            + "\"><AssignTo createNew=\"false\" type=\"request\"/><Set><Headers><Header name=\""
            + header
            + "\">"
            + value
            + "</Header></Headers></Set></AssignMessage>\n");
  }

  static Content.Files content(SortedMap<String, Blob> files) {
    var entries = new TreeMap<String, Hash>();
    files.forEach((name, blob) -> entries.put(name, blob.hash()));
    return new Content.Files(entries);
  }
}
