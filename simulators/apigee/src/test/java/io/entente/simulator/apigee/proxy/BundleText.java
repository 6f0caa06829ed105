package io.entente.simulator.apigee.proxy;

import io.entente.simulator.apigee.plane.RunningBundle;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes bundles for tests. */
final class BundleText {

  private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");

  private final String name;
  private final String root;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private BundleText(String name, String root) {
    this.name = name;
    this.root = root;
  }

  /** A proxy with one endpoint and one target. */
  static BundleText proxy(String name, String basePath, String inside, String target) {
    return bare(name)
        .file(
            "proxies/default.xml",
            "<ProxyEndpoint name=\"default\">"
                + inside
                + "<HTTPProxyConnection><BasePath>"
                + basePath
                + "</BasePath></HTTPProxyConnection>"
                + (inside.contains("<RouteRule")
                    ? ""
                    : "<RouteRule name=\"main\"><TargetEndpoint>default</TargetEndpoint></RouteRule>")
                + "</ProxyEndpoint>")
        .file(
            "targets/default.xml",
            "<TargetEndpoint name=\"default\">" + target + "</TargetEndpoint>");
  }

  static BundleText bare(String name) {
    return new BundleText(name, "apiproxy/");
  }

  static BundleText sharedFlow(String name, String steps) {
    return new BundleText(name, "sharedflowbundle/")
        .file("sharedflows/default.xml", "<SharedFlow name=\"default\">" + steps + "</SharedFlow>");
  }

  static String http(String url) {
    return "<HTTPTargetConnection><URL>" + url + "</URL></HTTPTargetConnection>";
  }

  static String step(String policy) {
    return "<Step><Name>" + policy + "</Name></Step>";
  }

  static String step(String policy, String condition) {
    return "<Step><Condition>" + condition + "</Condition><Name>" + policy + "</Name></Step>";
  }

  static String requestSide(String flow, String steps) {
    return "<" + flow + "><Request>" + steps + "</Request></" + flow + ">";
  }

  static String responseSide(String flow, String steps) {
    return "<" + flow + "><Response>" + steps + "</Response></" + flow + ">";
  }

  BundleText file(String path, String text) {
    files.put(root + path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The policy's file is named after it. */
  BundleText policy(String xml) {
    Matcher named = NAME.matcher(xml);
    if (!named.find()) {
      throw new IllegalArgumentException(xml);
    }
    return file("policies/" + named.group(1) + ".xml", xml);
  }

  /** A policy that adds its name to the variable {@code trace}. */
  BundleText mark(String... names) {
    for (String mark : names) {
      policy(
          "<AssignMessage name=\""
              + mark
              + "\"><IgnoreUnresolvedVariables>true</IgnoreUnresolvedVariables>"
              + "<AssignVariable><Name>trace</Name><Template>{trace}"
              + mark
              + ";</Template></AssignVariable></AssignMessage>");
    }
    return this;
  }

  RunningBundle build() {
    return build("1");
  }

  RunningBundle build(String revision) {
    return new RunningBundle(name, revision, new TreeMap<>(files));
  }
}
