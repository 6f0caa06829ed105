package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.condition.Condition;
import io.entente.simulator.apigee.proxy.condition.ConditionError;
import io.entente.simulator.apigee.proxy.xml.SafeXml;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The XML files of a bundle, and what is wrong with them. */
final class BundleFiles {

  private final String root;
  private final SortedMap<String, byte[]> files;
  private final List<String> faults = new ArrayList<>();

  /**
   * @param root {@code apiproxy/} or {@code sharedflowbundle/}
   */
  BundleFiles(String root, SortedMap<String, byte[]> files) {
    this.root = root;
    this.files = files;
  }

  List<String> faults() {
    return faults;
  }

  void wrong(String file, String sentence) {
    faults.add(file + ": " + sentence);
  }

  /** Root elements of the files right below a folder. */
  SortedMap<String, Element> in(String folder) {
    var found = new TreeMap<String, Element>();
    String prefix = root + folder;
    files.forEach(
        (path, bytes) -> {
          boolean below = path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0;
          if (below && path.endsWith(".xml")) {
            try {
              found.put(path, SafeXml.parse(bytes));
            } catch (SAXException bad) {
              wrong(path, "it is not XML that is read here: " + bad.getMessage());
            }
          }
        });
    return found;
  }

  /** A bad condition is told and never holds. */
  Condition condition(String text, String file) {
    try {
      return Condition.parse(text);
    } catch (ConditionError bad) {
      wrong(file, "the condition \"" + text + "\" is not understood: " + bad.getMessage());
      return new Condition.Not(new Condition.Always());
    }
  }
}
