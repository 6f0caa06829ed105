package io.entente.simulator.kong.proxy.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An origin without a default port.
 *
 * @param canonical scheme, host and port, or the text itself when it has no scheme
 */
record Origin(String canonical, String host) {

  private static final Pattern URL =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/:?#]*)(?::([0-9]*))?.*");

  static Origin of(String text) {
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      return new Origin(text, text);
    }
    String port = url.group(3) == null ? "" : url.group(3);
    boolean usual =
        port.isEmpty()
            || url.group(1).equals("http") && port.equals("80")
            || url.group(1).equals("https") && port.equals("443");
    String canonical = url.group(1) + "://" + url.group(2) + (usual ? "" : ":" + port);
    return new Origin(canonical, url.group(2));
  }
}
